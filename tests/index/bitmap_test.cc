#include "index/bitmap.h"

#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::vector<std::size_t> members(const Bitmap& set) {
  std::vector<std::size_t> result;
  set.for_each([&](std::size_t i) { result.push_back(i); });
  return result;
}

}  // namespace

TEST_CASE("a bitmap holds what was set, ascending", "[index][bitmap]") {
  Bitmap set(130);
  for (const std::size_t i : {129U, 0U, 64U, 63U}) set.set(i);
  CHECK(members(set) == std::vector<std::size_t>{0, 63, 64, 129});
  CHECK(set.count() == 4);
  set.reset(64);
  CHECK_FALSE(set.test(64));
}

TEST_CASE("a complement has no members beyond the size", "[index][bitmap]") {
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 200U}) {
    CAPTURE(size);
    Bitmap set(size);
    set.flip();
    CHECK(set.count() == size);
    CHECK(Bitmap(size, true).count() == size);
  }
}

TEST_CASE("the next member is found across words", "[index][bitmap]") {
  Bitmap set(200);
  set.set(5);
  set.set(150);
  CHECK(set.next(0) == 5);
  CHECK(set.next(5) == 5);
  CHECK(set.next(6) == 150);
  CHECK(set.next(151) == 200);
  CHECK(set.next(900) == 200);
}

TEST_CASE("members can be taken out while looking at them", "[index][bitmap]") {
  Bitmap set(100);
  set.set_range(10, 20);
  set.keep_if([](std::size_t i) { return i % 2 == 0; });
  CHECK(members(set) == std::vector<std::size_t>{10, 12, 14, 16, 18});
}

}  // namespace dateline::test
