// Fuzzes the country finder. What users type where a country is asked for: query_fuzz.cc.
#include <algorithm>
#include <vector>

#include "language/countries/country_finder.h"
#include "tests/fuzz/invariants.h"

namespace {

using namespace dateline;

void check_codes(const CountryCodes& codes) {
  static const auto known = all_country_codes();
  fuzz::require(std::is_sorted(codes.begin(), codes.end()), "codes are not sorted");
  fuzz::require(std::adjacent_find(codes.begin(), codes.end()) == codes.end(), "a code twice");
  for (const auto code : codes) {
    fuzz::require(std::binary_search(known.begin(), known.end(), code), "an unknown code");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const CountryFinder finder;
  const auto text = fuzz::as_text(data, size);
  fuzz::SpanOrder order{text};
  for (const auto& mention : finder.find(text)) {
    order.next(mention.span);
    fuzz::require(!mention.codes.empty(), "a mention of no country");
    fuzz::require(!mention.rule.empty(), "a mention without a rule");
    check_codes(mention.codes);
  }
  return 0;
}
