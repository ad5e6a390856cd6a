#include "searcher/facet/selected_values.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

#include "language/countries/region.h"

namespace dateline {

void add_selected(const Condition& condition, std::vector<std::string>& values) {
  // In a facet of names (authors), the text that selects is the name.
  for_each_part<TextCondition>(condition, [&](const TextCondition& text) {
    if (text.form != TextForm::prefix) values.push_back(text.typed);
  });
  for_each_part<FilterCondition>(condition, [&](const FilterCondition& filter) {
    std::visit(
        Overloaded{
            [&](const AskedCountries& asked) {
              for (const auto code : asked.codes) values.push_back(code.str());
            },
            [&](const AskedPair& pair) {
              values.push_back(pair.first.str() + "-" + pair.second.str());
            },
            [&](const AskedRegion& region) { values.emplace_back(region_at(region.number).id); },
            [&](const AskedName& asked) {
              if (!asked.name.empty()) values.push_back(asked.name);
            },
            [&](const AskedPerson& asked) {
              if (!asked.names.empty()) values.push_back(asked.names.front());
            },
            [&](const AskedOrigin& asked) { values.emplace_back(event_origin_name(asked.origin)); },
            [](const AskedDays& /*buckets*/) {}},
        filter.value);
  });
}

bool asks_for_all(const Condition& condition) {
  if (is<AllOf<Condition>>(condition)) return true;
  const auto* filter = get_if<FilterCondition>(condition);
  const auto* asked = filter == nullptr ? nullptr : std::get_if<AskedCountries>(&filter->value);
  return asked != nullptr && asked->match_all && asked->codes.size() > 1;
}

void add_empty_buckets(const std::vector<DayRange>& asked, Bucket bucket, FacetCounts& counts) {
  constexpr std::uint32_t kMaxShown = 1'200;
  for (const auto& days : asked) {
    const auto first = bucket_number(bucket, days.first);
    const auto last = bucket_number(bucket, days.last);
    if (last - first >= kMaxShown) continue;
    for (auto number = first; number <= last; ++number) {
      auto name = bucket_name(bucket, number);
      const auto at = std::lower_bound(
          counts.values.begin(), counts.values.end(), name,
          [](const FacetValue& value, const std::string& key) { return value.value < key; });
      if (at != counts.values.end() && at->value == name) continue;
      FacetValue empty;
      empty.value = name;
      empty.label = std::move(name);
      counts.values.insert(at, std::move(empty));
    }
  }
}

void fill_holes(Bucket bucket, FacetCounts& counts) {
  if (counts.values.size() < 2) return;
  const auto first = bucket_named(bucket, counts.values.front().value);
  const auto last = bucket_named(bucket, counts.values.back().value);
  if (!first || !last) return;
  const auto days = DayRange{bucket_days(bucket, *first).first, bucket_days(bucket, *last).first};
  add_empty_buckets({days}, bucket, counts);
}

void mark_buckets(const Condition& condition, Bucket bucket, FacetCounts& counts) {
  for_each_part<FilterCondition>(condition, [&](const FilterCondition& filter) {
    const auto* asked = std::get_if<AskedDays>(&filter.value);
    if (asked == nullptr) return;
    const auto days = to_day_range(asked->interval);
    const auto first = bucket_name(bucket, bucket_number(bucket, days.first));
    const auto last = bucket_name(bucket, bucket_number(bucket, days.last));
    for (auto& value : counts.values) {
      if (first <= value.value && value.value <= last) value.selected = true;
    }
  });
}

}  // namespace dateline
