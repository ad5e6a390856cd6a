// Fuzzes the person finder: two texts of one article, with the countries found in them.
#include <array>
#include <vector>

#include "language/countries/country_finder.h"
#include "language/dates/date_finder.h"
#include "language/persons/person_finder.h"
#include "tests/fuzz/invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  static const PersonFinder finder;
  static const CountryFinder countries;
  static const DateFinder dates;
  const auto text = fuzz::as_text(data, size);
  const auto half = text.size() / 2;
  const std::array<std::string_view, 2> parts{std::string_view{text}.substr(0, half),
                                              std::string_view{text}.substr(half)};
  std::vector<std::vector<CountryMention>> named;
  std::vector<std::vector<DateMention>> dated;
  for (const auto part : parts) {
    named.push_back(countries.find(part));
    dated.push_back(dates.find(part, {}));
  }
  std::vector<PersonSource> sources;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    PersonSource source;
    source.text = parts[i];
    source.countries = named[i];
    source.dates = dated[i];
    sources.push_back(source);
  }
  const auto found = finder.find(sources, parse_iso_interval("2001"));
  fuzz::require(found.size() == parts.size(), "a text without its persons");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    fuzz::SpanOrder order{parts[i]};
    for (const auto& mention : found[i]) {
      order.next(mention.span);
      fuzz::require(!mention.value.empty(), "a person without a name");
      fuzz::require(!mention.rule.empty(), "a mention without a rule");
      fuzz::require(mention.proof_text < parts.size(), "a proof in no text");
      fuzz::require(mention.proof.end <= parts[mention.proof_text].size(),
                    "a proof beyond its text");
    }
  }
  return 0;
}
