#include "searcher/snippet.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using dateline::copy_for_display;
using dateline::Snippet;
using dateline::Span;

namespace {

Span whole(const std::string& text) { return {0, static_cast<std::uint32_t>(text.size())}; }

std::string shown(const std::string& text) { return copy_for_display(text, whole(text), {}).text; }

}  // namespace

TEST_CASE("text is shown without markup and control characters", "[searcher][snippet]") {
  struct Row {
    std::string input, expected;
  };
  const std::vector<Row> rows{
      {"", ""},
      {"  two\n\n lines\t", "two lines"},
      {"*The New York Times*, (*emphasis*)", "The New York Times, (emphasis)"},
      {"**May 3:** talks", "May 3: talks"},
      {"May 3:** talks", "May 3: talks"},
      {"2 * 3 and 4*5 and *****", "2 * 3 and 4*5 and *****"},
      {"a \\$8 billion sale \\ end", "a $8 billion sale \\ end"},
      {"bell\x07 and \x1b[31mred", "bell and [31mred"},
      {"caf\u00E9 \u0085x", "caf\u00E9 x"},
  };
  for (const auto& [input, expected] : rows) {
    CAPTURE(input);
    CHECK(shown(input) == expected);
  }
}

TEST_CASE("marks are carried over, one highlight each", "[searcher][snippet]") {
  const std::string text = "On  *May 3*\n the  Élysée spoke";
  std::vector<Span> marks;
  for (const std::string word : {"May 3", "Élysée"}) {
    const auto at = static_cast<std::uint32_t>(text.find(word));
    marks.push_back({at, at + static_cast<std::uint32_t>(word.size())});
  }
  const Snippet copy = copy_for_display(text, whole(text), marks);
  CHECK(copy.text == "On May 3 the Élysée spoke");
  REQUIRE(copy.highlights.size() == 2);
  CHECK(copy.highlights[0].of(copy.text) == "May 3");
  CHECK(copy.highlights[1].of(copy.text) == "Élysée");
}
