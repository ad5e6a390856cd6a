#include "searcher/facet/selected_values.h"

#include <algorithm>
#include <utility>

#include "searcher/query/query_fields.h"

namespace dateline {

void add_selected(const Condition& condition, std::vector<std::string>& values) {
  using Kind = QueryNode::Kind;
  switch (condition.kind) {
    case Kind::country:
    case Kind::about:
      for (const auto code : condition.countries) values.push_back(code.str());
      break;
    case Kind::pair:
      values.push_back(condition.countries.front().str() + "-" + condition.countries.back().str());
      break;
    case Kind::word:
    case Kind::phrase:  // an author's name
    case Kind::region:
    case Kind::organization:
      values.push_back(condition.value);
      break;
    case Kind::origin:
      values.emplace_back(event_origin_name(condition.origin));
      break;
    default:
      break;
  }
  for (const auto& child : condition.children) add_selected(child, values);
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

void mark_buckets(const Condition& condition, Bucket bucket, FacetCounts& counts) {
  if (condition.kind == QueryNode::Kind::date || condition.kind == QueryNode::Kind::published) {
    const auto days = to_day_range(condition.interval);
    const auto first = bucket_name(bucket, bucket_number(bucket, days.first));
    const auto last = bucket_name(bucket, bucket_number(bucket, days.last));
    for (auto& value : counts.values) {
      if (first <= value.value && value.value <= last) value.selected = true;
    }
  }
  for (const auto& child : condition.children) mark_buckets(child, bucket, counts);
}

}  // namespace dateline
