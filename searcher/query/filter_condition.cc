#include "searcher/query/filter_condition.h"

#include "language/countries/region.h"

namespace dateline {

std::vector<CountryCode> countries_named(const FilterCondition& filter) {
  if (const auto* asked = std::get_if<AskedCountries>(&filter.value)) return asked->codes;
  if (const auto* pair = std::get_if<AskedPair>(&filter.value)) return {pair->first, pair->second};
  if (const auto* region = std::get_if<AskedRegion>(&filter.value))
    return countries_of(region->number);
  return {};
}

}  // namespace dateline
