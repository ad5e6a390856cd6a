#include "indexer/annotate/focus.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/synthetic_index.h"

namespace dateline::test {
namespace {

std::string focus(const std::string& title, const std::vector<std::string>& mentions) {
  static const CountryFinder finder;
  ArticleBuilder builder("a");
  builder.title(title);
  for (const auto& code : mentions) builder.paragraph("words", {code});
  std::string codes;
  for (const auto code : focus_of(builder.build(), finder))
    codes += (codes.empty() ? "" : ",") + code.str();
  return codes;
}

}  // namespace

TEST_CASE("an article is about the countries of its title", "[indexer][focus]") {
  struct Row {
    std::string title, codes;
  };
  const std::vector<Row> rows{
      {"China-Russia Relations: Crouching Missiles, Hidden Alliances", "CN,RU"},
      {"Sino-Japanese Ties After the Visit", "CN,JP"},
      {"U.S.-Korea Relations: One Alliance, Two Crises", "KR,US"},
      {"North Korea-South Korea Relations: The Better Part of an Hour", "KP,KR"},
      {"EU-Turkey Relations: The Long Table", "TR"},
      {"Moscow Looks East", "RU"},
      {"India and Pakistan at the Brink", "IN,PK"},
      {"The Week in Review", ""},
  };
  for (const auto& [title, codes] : rows) {
    CAPTURE(title);
    CHECK(focus(title, {}) == codes);
  }
}

TEST_CASE("so it is of those with a large share of its mentions", "[indexer][focus]") {
  CHECK(focus("Notes", {"CN", "CN", "CN", "RU", "RU", "RU", "JP"}) == "CN,RU");  // JP: 1 of 7
  CHECK(focus("Notes", {"CN", "RU", "JP", "US", "IN", "FR"}) ==
        "CN,IN,JP,RU,US");  // the first five
  CHECK(focus("Japan at Sea", {"CN", "CN", "CN", "CN", "CN", "CN", "CN"}) == "CN,JP");
  CHECK(focus("Notes", {}).empty());
}

}  // namespace dateline::test
