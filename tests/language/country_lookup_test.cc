#include <string>
#include <vector>

#include "language/countries/country_finder.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

TEST_CASE("what users type is a code, a name or a demonym in any case", "[language][country]") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"ru", "RU"},
      {"RU", "RU"},
      {"uk", "GB"},
      {"russia", "RU"},
      {"Russian", "RU"},
      {"RUSSIA", "RU"},
      {"Ivory Coast", "CI"},
      {"cote d'ivoire", "CI"},
      {"Côte d’Ivoire", "CI"},
      {"the netherlands", "NL"},
      {"koreas", "KP,KR"},
      {"north korea", "KP"},
      {"soviet union", "SU"},
      {"czechoslovakia", "CS"},
      {"usa", "US"},
      {"u.s.", "US"},
      {"guinea bissau", "GW"},
      {"turkiye", "TR"},
      {"democratic republic of the congo", "CD"},
      {"kosovo", "XK"},
      {"hong kong", "HK"},
      {"st. lucia", "LC"},
      {"saint lucia", "LC"},
      {"polish", "PL"},
      {"american", "US"},
      {"bosnia & herzegovina", "BA"},
      {"moscow", ""},
      {"kremlin", ""},
      {"atlantis", ""},
      {"", ""},
      {"   ", ""},
  };
  for (const auto& [input, expected] : table) {
    CAPTURE(input);
    CHECK(join_codes(country_codes_for(input), ",") == expected);
  }
}

TEST_CASE("a misspelt country suggests the nearest names", "[language][country]") {
  CHECK(country_suggestions("Rusia").front() == "Russia");
  CHECK(country_suggestions("Kazahkstan").front() == "Kazakhstan");
  CHECK(country_suggestions("Phillipines").front() == "Philippines");
  CHECK(country_suggestions("Rusia").size() <= 3);
  CHECK(country_suggestions("qqqqqqqqqqqq").empty());
  CHECK(country_suggestions(std::string(10000, 'a')).empty());
}

TEST_CASE("codes have English short names, withdrawn ones their own", "[language][country]") {
  CHECK(country_name(CountryCode{"RU"}) == "Russia");
  CHECK(country_name(CountryCode{"SU"}) == "Soviet Union");
  CHECK(country_name(CountryCode{"YU"}) == "Yugoslavia");
  CHECK(country_name(CountryCode{"XK"}) == "Kosovo");
  CHECK(country_name(CountryCode{"CD"}) == "Democratic Republic of the Congo");
  CHECK_FALSE(country_name(CountryCode{"ZZ"}).has_value());
}

TEST_CASE("all country codes are sorted, each with a name", "[language][country]") {
  const auto codes = all_country_codes();
  CHECK(codes.size() == 249 + 6);
  CHECK(std::is_sorted(codes.begin(), codes.end()));
  for (const auto code : codes) {
    CAPTURE(code.str());
    CHECK(country_name(code).has_value());
  }
}

}  // namespace
}  // namespace dateline::test
