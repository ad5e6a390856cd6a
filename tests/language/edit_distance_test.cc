#include "language/words/edit_distance.h"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("a pattern counts letters added, left out, changed and swapped", "[language][edit]") {
  struct Expected {
    std::string_view typed;
    std::string_view word;
    std::size_t distance;
  };
  const std::vector<Expected> cases{
      {"putin", "putin", 0}, {"putni", "putin", 1}, {"puttin", "putin", 1},
      {"ptin", "putin", 1},  {"pvtin", "putin", 1}, {"nezvaisimya", "nezavisimaya", 2},
      {"a", "b", 1},         {"a", "", 1},          {"путан", "путин", 1},
      {"путин", "putin", 5}, {"ca", "abc", 3},      {"北京", "北平", 1},
  };
  for (const auto& [typed, word, distance] : cases) {
    CAPTURE(typed, word);
    CHECK(EditPattern{typed}.distance(word, 8) == distance);
    if (distance > 0) CHECK(EditPattern{typed}.distance(word, distance - 1) >= distance);
  }
}

TEST_CASE("words of more than 64 letters, and none, are near to nothing", "[language][edit]") {
  const std::string longest(64, 'a');
  CHECK(EditPattern{longest}.distance(longest, 2) == 0);
  CHECK(EditPattern{longest}.distance(longest + "bb", 2) == 2);
  CHECK(EditPattern{longest + "a"}.distance(longest + "a", 2) == 3);
  CHECK(EditPattern{""}.distance("", 2) == 3);
}

TEST_CASE("a pattern agrees with the table of the recurrence", "[language][edit]") {
  const auto letters = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcd")));
  CHECK(rc::check("distance() is edit_distance(), up to the limit", [&] {
    const auto a = *rc::gen::resize(12, letters);
    const auto b = *rc::gen::resize(12, letters);
    const auto limit = *rc::gen::inRange<std::size_t>(0, 5);
    RC_PRE(!a.empty());
    const auto expected = std::min(edit_distance(a, b, limit), limit + 1);
    RC_ASSERT(std::min(EditPattern{a}.distance(b, limit), limit + 1) == expected);
  }));
}

}  // namespace dateline::test
