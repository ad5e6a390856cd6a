#include <string>
#include <vector>

#include "language/countries/country_finder.h"
#include "language/countries/name_overrides.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

// "China:CN:name Russia:RU:name"
std::string shown(const CountryFinder& finder, std::string_view text) {
  std::string result;
  for (const auto& mention : finder.find(text)) {
    std::string codes;
    for (const auto code : mention.codes) codes += (codes.empty() ? "" : "+") + code.str();
    if (!result.empty()) result += " | ";
    result += std::string{mention.span.of(text)} + ":" + codes + ":" + std::string{mention.rule};
  }
  return result;
}

TEST_CASE("a mention has the span, the codes and the rule of what was written",
          "[language][country]") {
  const CountryFinder finder;
  const std::vector<std::pair<std::string, std::string>> table{
      {"China's talks", "China:CN:name"},
      {"Sino-Russian ties", "Sino:CN:combining-form | Russian:RU:demonym"},
      {"the two Koreas", "Koreas:KP+KR:name"},
      {"the U.S.-led force", "U.S.:US:abbreviation"},
      {"Moscow’s reply", "Moscow:RU:capital"},
      {"the Kremlin", "Kremlin:RU:seat"},
      {"the Soviet\nUnion", "Soviet\nUnion:SU:former-state"},
      {"Hong Kong", "Hong Kong:HK:territory"},
      {"in Zaire", "Zaire:CD:former-state"},
      {"Korean exports", "Korean:KR:korea"},
      {"North and South Korea", "North:KP:joined-direction | South Korea:KR:name"},
      {"St. George's, Grenada", "St. George's:GD:capital | Grenada:GD:name"},
      {"Antigua & Barbuda", "Antigua & Barbuda:AG:name"},
      {"Serbia and Montenegro", "Serbia and Montenegro:ME+RS:name"},
  };
  for (const auto& [input, expected] : table) {
    CAPTURE(input);
    CHECK(shown(finder, input) == expected);
  }
}

TEST_CASE("letters composed or not, apostrophes plain or not, make the same name",
          "[language][country]") {
  const CountryFinder finder;
  for (const std::string input :
       {"Côte d'Ivoire", "Co\u0302te d’Ivoire", "Cote d'Ivoire", "CÔTE D'IVOIRE"}) {
    CAPTURE(input);
    const auto mentions = finder.find(input);
    REQUIRE(mentions.size() == 1);
    CHECK(mentions[0].codes == std::vector{CountryCode{"CI"}});
    CHECK(mentions[0].span == Span{0, static_cast<std::uint32_t>(input.size())});
  }
}

TEST_CASE("any input gives ordered, separate mentions inside the text", "[language][country]") {
  const CountryFinder finder;
  std::string mixed;
  for (const std::string piece : {"China ", "U.S.-", "\xFF\xFE", "’s ", "North and South Korea",
                                  "\n", "Congo, ", "'", "…", "Sino-", "d’Ivoire ", "&", "St. ",
                                  "Georgia, ", "\xE2\x80", "in English, ", "GUINEA ", "."}) {
    mixed += piece;
    mixed += mixed.substr(mixed.size() / 2);
  }
  std::uint32_t last = 0;
  for (const auto& mention : finder.find(mixed)) {
    CHECK(mention.span.begin >= last);
    CHECK(mention.span.begin < mention.span.end);
    CHECK(mention.span.end <= mixed.size());
    CHECK(!mention.codes.empty());
    last = mention.span.end;
  }
  CHECK(finder.find("").empty());
}

TEST_CASE("a long hostile text is read to its end", "[language][country]") {
  const CountryFinder finder;
  for (const std::string unit :
       {"China ", "-", "Congo ", "Brussels, ", "Georgia, ", "in English, ", "North and ", "US ",
        "St. ", "'", "\xCC\x82", "Jordan Jordan ", "A."}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 200'000) text += unit;
    text += " Mongolia";
    const auto mentions = finder.find(text);
    REQUIRE(!mentions.empty());
    CHECK(mentions.back().codes == std::vector{CountryCode{"MN"}});
  }
}

TEST_CASE("a list of codes keeps any number in order", "[language][country]") {
  std::vector<CountryCode> same;
  CountryCodes codes;
  CHECK(codes.empty());
  for (char letter = 'A'; letter <= 'J'; ++letter) {
    codes.push_back({'X', letter});
    same.emplace_back('X', letter);
    CAPTURE(letter);
    REQUIRE(codes.size() == same.size());
    CHECK(codes == same);
    CHECK(codes == CountryCodes(same.begin(), same.end()));
    const auto copy = codes;
    CHECK(copy == codes);
    CHECK(codes[codes.size() - 1] == same.back());
    CHECK(codes.front() == same.front());
  }
  CHECK_FALSE(codes == CountryCodes{{'X', 'A'}});
}

TEST_CASE("a user's name may stand for more countries than are usual", "[language][country]") {
  const CountryFinder finder(parse_name_overrides("add\tBenelux Plus\tBE,NL,LU,FR,DE\n", "x"));
  const auto mentions = finder.find("The Benelux Plus met.");
  REQUIRE(mentions.size() == 1);
  CHECK(mentions[0].codes ==
        CountryCodes{{'B', 'E'}, {'D', 'E'}, {'F', 'R'}, {'L', 'U'}, {'N', 'L'}});
}

}  // namespace
}  // namespace dateline::test
