// Lists of numbers by hashes.
#include "language/persons/numbers_by_key.h"

#include <map>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {

using persons::NumbersByKey;
using Numbers = std::vector<std::uint32_t>;

namespace {

Numbers list(const NumbersByKey& numbers, std::uint64_t key) {
  const auto found = numbers.find(key);
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("a key has its numbers in the order of adding, repeats once", "[language][persons]") {
  NumbersByKey numbers;
  for (const auto& [key, number] : std::vector<std::pair<std::uint64_t, std::uint32_t>>{
           {7, 3}, {1ULL << 40U, 9}, {7, 3}, {7, 1}, {7, 3}, {0, 0}})
    numbers.add(key, number);
  numbers.finish();
  CHECK(list(numbers, 7) == Numbers{3, 1, 3});
  CHECK(list(numbers, 1ULL << 40U) == Numbers{9});
  CHECK(list(numbers, 0) == Numbers{0});
  CHECK(list(numbers, 8).empty());
}

TEST_CASE("nothing added, nothing found", "[language][persons]") {
  NumbersByKey numbers;
  CHECK(numbers.find(0).empty());
  numbers.finish();
  CHECK(numbers.find(0).empty());
}

TEST_CASE("many keys that fall on the same slots are kept apart", "[language][persons]") {
  constexpr std::uint64_t kApart = 1ULL << 32U;  // their low bits are the same
  constexpr std::uint32_t kKeys = 500;
  NumbersByKey numbers;
  std::map<std::uint64_t, Numbers> expected;
  for (std::uint32_t round = 0; round < 3; ++round) {
    for (std::uint32_t i = 0; i < kKeys; ++i) {
      numbers.add(i * kApart, i + round);
      expected[i * kApart].push_back(i + round);
    }
  }
  numbers.finish();
  for (const auto& [key, wanted] : expected) CHECK(list(numbers, key) == wanted);
}

}  // namespace dateline::test
