#include <set>
#include <string>

#include "language/countries/country_finder.h"
#include "language/countries/lexicon.h"
#include "language/countries/lexicon_index.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

TEST_CASE("every surface that two codes claim is ruled on in the table of rulings",
          "[language][country][lexicon]") {
  REQUIRE(!lexicon_conflicts().empty());
  for (const auto& conflict : lexicon_conflicts()) {
    CAPTURE(conflict.surface, conflict.claims);
    CHECK(conflict.ruled);
  }
}

TEST_CASE("every code of the lexicon's surfaces has a name", "[language][country][lexicon]") {
  for (const auto& entry : lexicon_entries()) {
    for (std::size_t i = 0; i + 1 < entry.codes.size(); i += 2) {
      CAPTURE(entry.surface, entry.codes);
      CHECK(country_name(CountryCode{entry.codes.substr(i, 2)}).has_value());
    }
  }
}

TEST_CASE("every surface begins with a capital, as the matcher requires",
          "[language][country][lexicon]") {
  for (const auto& entry : lexicon_entries()) {
    CAPTURE(entry.surface);
    const auto words = scan_words(entry.surface);
    REQUIRE(!words.empty());
    CHECK(words.front().capital);
  }
}

TEST_CASE("every surface is found when it stands alone", "[language][country][lexicon]") {
  const LexiconIndex index;
  for (const auto& entry : lexicon_entries()) {
    CAPTURE(entry.surface);
    const auto words = scan_words(entry.surface);
    const auto match = index.longest(entry.surface, words, 0);
    REQUIRE(match);
    CHECK(match->entry->codes == entry.codes);
    CHECK(match->last_word + 1 == words.size());
  }
}

TEST_CASE("every state's name, demonym and capital are in the lexicon",
          "[language][country][lexicon]") {
  // Territories and uninhabited islands need no demonym or capital.
  std::set<std::string> with_name;
  std::set<std::string> with_demonym;
  std::set<std::string> with_capital;
  std::set<std::string> territories;
  for (const auto& entry : lexicon_entries()) {
    if (entry.codes.size() != 2) continue;
    const std::string code{entry.codes};
    switch (entry.kind) {
      case NameKind::kTerritory:
        territories.insert(code);
        break;
      case NameKind::kDemonym:
      case NameKind::kKorea:
      case NameKind::kCongo:
      case NameKind::kGeorgia:
      case NameKind::kDominican:
      case NameKind::kAmerica:
      case NameKind::kIndian:
      case NameKind::kCentralAfrican:
        with_demonym.insert(code);
        break;
      case NameKind::kCapital:
      case NameKind::kAmbiguousCapital:
      case NameKind::kBrussels:
      case NameKind::kTripoli:
      case NameKind::kWashington:
        with_capital.insert(code);
        break;
      default:
        with_name.insert(code);
    }
  }
  // City states, whose capital has their name; CG and DM share their people's word with CD and DO;
  // the rest are gone or have no people.
  const std::set<std::string> no_capital{"GI", "MC", "SG", "SM", "VA", "SU", "YU", "CS", "YD"};
  const std::set<std::string> no_demonym{"VA", "CG", "DM"};
  for (const auto& country : lexicon_countries()) {
    const auto code = country.code.str();
    if (territories.contains(code)) continue;
    CAPTURE(code, country.name);
    CHECK(with_name.contains(code));
    if (!no_demonym.contains(code)) CHECK(with_demonym.contains(code));
    if (!no_capital.contains(code)) CHECK(with_capital.contains(code));
  }
}

}  // namespace
}  // namespace dateline::test
