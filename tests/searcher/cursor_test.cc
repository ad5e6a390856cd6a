#include "searcher/answers/cursor.h"

#include <limits>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

TimelineCursor example() {
  return {0x0123456789ABCDEF, 42, {11372, 11375}, 20258, 0xDEADBEEF, 3, "essays/2001 q1.txt"};
}

}  // namespace

TEST_CASE("a cursor comes back from its text", "[searcher][cursor]") {
  constexpr auto kLeast = std::numeric_limits<std::int32_t>::min();
  for (const auto& cursor : std::vector<TimelineCursor>{
           {},
           example(),
           {1, 2, {kLeast, -719162}, 0, 0, 0xFFFF, ""},
           {~std::uint64_t{0}, 0, {0, 0}, 0xFFFFFFFF, 0, 0, std::string("\0Élysée\n", 10)}}) {
    const auto text = to_string(cursor);
    CAPTURE(text);
    CHECK(text.find_first_not_of(
              "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
          std::string::npos);
    CHECK(parse_cursor(text) == cursor);
  }
}

TEST_CASE("what is no cursor is refused", "[searcher][cursor]") {
  const auto good = to_string(example());
  for (const auto& text : std::vector<std::string>{
           "", "x", "garbage", "AAAA", std::string(200, 'A'), good + "A", good + "=", good + " ",
           " " + good, good.substr(1), good.substr(0, good.size() - 1), good.substr(0, 20)}) {
    CAPTURE(text);
    CHECK_FALSE(parse_cursor(text).has_value());
  }
}

TEST_CASE("a cursor of which any letter was changed is refused", "[searcher][cursor]") {
  const auto good = to_string(example());
  for (std::size_t i = 0; i < good.size(); ++i) {
    auto bad = good;
    bad[i] = bad[i] == 'A' ? 'B' : 'A';
    CAPTURE(i);
    CHECK_FALSE(parse_cursor(bad).has_value());
  }
}

}  // namespace dateline::test
