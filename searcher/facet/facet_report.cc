#include "searcher/facet/facet_report.h"

#include <algorithm>

#include "language/countries/region.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// Continents come before regions across them, of which one with a large state would lead.
bool stands_behind(Facet facet, std::uint32_t number) {
  return facet == Facet::region && region_at(number).across;
}

bool is_wanted(const FacetSpec& spec, const FacetNumbers& numbers, std::uint32_t number) {
  if (spec.match.empty()) return true;
  const auto value = numbers.value(number);
  return fold(value.value).find(spec.match) != std::string::npos ||
         fold(value.label).find(spec.match) != std::string::npos;
}

using Counted = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // number, count

// Puts the first `shown` into their order: the most frequent first.
void sort_counted(const FacetSpec& spec, const FacetNumbers& numbers, std::size_t shown,
                  Counted& counted) {
  std::partial_sort(counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(shown),
                    counted.end(), [&](const auto& a, const auto& b) {
                      const bool a_behind = stands_behind(spec.facet, a.first);
                      if (a_behind != stands_behind(spec.facet, b.first)) return !a_behind;
                      if (a.second != b.second) return a.second > b.second;
                      return numbers.before(a.first, b.first);
                    });
}

void add_selected(const FacetSpec& spec, const FacetNumbers& numbers, const ValueCounts& counts,
                  std::vector<FacetValue>& values) {
  for (const auto& selected : spec.selected) {
    const auto number = numbers.find(selected);
    // A value may be selected by another spelling than it is counted by.
    const auto name = number ? numbers.value(*number).value : selected;
    auto found = std::find_if(values.begin(), values.end(),
                              [&](const FacetValue& value) { return value.value == name; });
    if (found == values.end()) {
      found = values.insert(found, numbers.absent(name));
      found->count = number ? counts[*number] : 0;
    }
    found->selected = true;
  }
}

}  // namespace

FacetCounts report_facet(const FacetSpec& spec, const FacetNumbers& numbers,
                         const ValueCounts& counts, const CountedDocuments& documents) {
  FacetCounts report;
  report.facet = spec.facet;
  report.total = documents.total;
  report.none = documents.none;
  report.coarser = documents.coarser;
  const bool by_time = is_by_time(spec.facet);
  Counted counted;
  counts.for_each([&](std::uint32_t number, std::uint32_t count) {
    if (is_wanted(spec, numbers, number)) counted.emplace_back(number, count);
  });
  report.different = counted.size();
  const auto shown = by_time || spec.limit == 0 ? counted.size()
                                                : std::min<std::size_t>(spec.limit, counted.size());
  if (!by_time) sort_counted(spec, numbers, shown, counted);
  report.values.reserve(shown + spec.selected.size());
  for (std::size_t i = 0; i < shown; ++i) {
    report.values.push_back(numbers.value(counted[i].first));
    report.values.back().count = counted[i].second;
  }
  add_selected(spec, numbers, counts, report.values);
  return report;
}

FacetCounts report_facet(const FacetSpec& spec, const std::vector<NamedCount>& counts,
                         const CountedDocuments& documents) {
  FacetNumbers numbers(value_type(spec.facet), spec.bucket);
  ValueCounts by_number;
  for (const auto& [name, count] : counts) {
    if (const auto number = numbers.number(name))
      by_number.add(*number, static_cast<std::uint32_t>(count));
  }
  return report_facet(spec, numbers, by_number, documents);
}

}  // namespace dateline
