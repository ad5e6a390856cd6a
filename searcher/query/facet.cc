#include "searcher/query/facet.h"

namespace dateline {
namespace {

constexpr auto kAllFacets = [] {
  std::array<Facet, kFacetRows.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = kFacetRows[i].facet;
  return all;
}();

constexpr auto kFacetNames = [] {
  std::array<std::string_view, kFacetRows.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kFacetRows[i].name;
  return names;
}();

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < kAllFacets.size(); ++i) {
    if (static_cast<std::size_t>(kAllFacets[i]) != i) return false;
  }
  return true;
}
static_assert(rows_are_in_order(), "a row for each facet, in the order of the enumeration");
static_assert(kAllFacets.back() == Facet::origin, "the last facet has a row");

}  // namespace

std::span<const Facet> all_facets() noexcept { return kAllFacets; }
std::span<const std::string_view> facet_names() noexcept { return kFacetNames; }

}  // namespace dateline
