#include <algorithm>
#include <string>
#include <vector>

#include "language/organizations/organization_finder.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

TEST_CASE("what users type is a name or an abbreviation in any case", "[language][organization]") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"asean", "ASEAN"},
      {"NATO", "NATO"},
      {"Nato", "NATO"},
      {"n.a.t.o.", "NATO"},
      {"European Union", "EU"},
      {"the european union", "EU"},
      {"european commission", "EU"},
      {"eec", "EC"},
      {"united nations", "UN"},
      {"U.N.", "UN"},
      {"un security council", "UN"},
      {"united nations security council", "UN"},
      {"shanghai five", "SCO"},
      {"Shanghai  Cooperation Organisation", "SCO"},
      {"organisation for security and co-operation in europe", "OSCE"},
      {"who", "WHO"},
      {"adb", "ADB"},
      {"wto", "WTO"},
      {"idb", "IDB"},
      {"icc", "ICC"},
      {"g-7", "G7"},
      {"group of 77", "G77"},
      {"world bank", "World Bank"},
      {"arab league", "Arab League"},
      {"the commonwealth", "Commonwealth"},
      {"quad", "Quad"},
      {"unicef", "UNICEF"},
      {"united nations children’s fund", "UNICEF"},
      {"atlantis pact", ""},
      {"union", ""},
      {"russia", ""},
      {"", ""},
      {"  ", ""},
  };
  for (const auto& [input, expected] : table) {
    CAPTURE(input);
    CHECK(organization_for(input).value_or("") == expected);
  }
}

TEST_CASE("a misspelt organization suggests the nearest short names", "[language][organization]") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"aesan", "ASEAN"},
      {"Untied Nations", "UN"},
      {"Shanghai Coperation Organization", "SCO"},
      {"interpoll", "Interpol"},
      {"European Comission", "EU"},
      {"Warsow Pact", "Warsaw Pact"},
  };
  for (const auto& [input, expected] : table) {
    CAPTURE(input);
    const auto suggestions = organization_suggestions(input);
    CHECK(suggestions.size() <= 3);
    CHECK(std::find(suggestions.begin(), suggestions.end(), expected) != suggestions.end());
  }
  CHECK(organization_suggestions("qqqqqqqqqqqq").empty());
  CHECK(organization_suggestions("").empty());
  CHECK(organization_suggestions(std::string(10000, 'a')).empty());
}

TEST_CASE("a short name has a full name", "[language][organization]") {
  CHECK(organization_name("ASEAN") == "Association of Southeast Asian Nations");
  CHECK(organization_name("EU") == "European Union");
  CHECK(organization_name("World Bank") == "World Bank Group");
  CHECK_FALSE(organization_name("asean").has_value());
  CHECK_FALSE(organization_name("").has_value());
}

}  // namespace
}  // namespace dateline::test
