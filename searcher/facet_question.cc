#include "searcher/facet_question.h"

#include <cstdint>
#include <variant>

#include "searcher/facet/predecessors.h"
#include "searcher/facet/selected_values.h"

namespace dateline {

FacetQuestion facet_question(const ReadRequest& request, Facet facet, const CountForm& how,
                             const std::function<bool(const std::string& name)>& is_author) {
  FacetQuestion question;
  auto& spec = question.spec;
  spec = {facet, how.by, how.limit, how.match, {}};
  spec.with_predecessors = asks_for_predecessor_pair(request);
  bool is_joint = false;  // then a value shows what adding it would leave
  for (const auto& selection : request.selections) {
    if (selection.facet != facet) continue;
    question.leaves_out_own = true;
    if (!selection.condition) continue;
    add_selected(*selection.condition, spec.selected);
    is_joint = is_joint || asks_for_all(*selection.condition);
  }
  if (is_joint) question.leaves_out_own = false;
  if (facet == Facet::author) {  // a part of a name selects, and is no value
    std::erase_if(spec.selected, [&](const auto& name) { return !is_author(name); });
  }
  return question;
}

void add_asked_buckets(const ReadRequest& request, Facet facet, Bucket bucket, bool fits,
                       FacetCounts& counts) {
  if (!is_by_time(facet)) return;
  const auto kind = facet == Facet::date ? FilterKind::date : FilterKind::published;
  add_empty_buckets(request.asked_days(kind), bucket, counts);
  if (fits) fill_holes(bucket, counts);
  for (const auto& selection : request.selections) {
    if (selection.facet == facet && selection.condition)
      mark_buckets(*selection.condition, bucket, counts);
  }
}

Bucket fitting_bucket(const std::optional<DayRange>& span) {
  constexpr std::int32_t kDaysByDay = 14;
  constexpr std::int32_t kDaysByWeek = 7 * 14;
  constexpr std::int32_t kDaysByMonth = 2 * 366;
  constexpr std::int32_t kDaysByQuarter = 6 * 366;
  if (!span) return Bucket::year;
  const auto days = span->last - span->first;
  return days <= kDaysByDay       ? Bucket::day
         : days <= kDaysByWeek    ? Bucket::week
         : days <= kDaysByMonth   ? Bucket::month
         : days <= kDaysByQuarter ? Bucket::quarter
                                  : Bucket::year;
}

bool asks_for_predecessor_pair(const ReadRequest& request) {
  bool asks = false;
  const auto look = [&](const Condition& condition) {
    for_each_positive_filter(condition, [&](const FilterCondition& filter) {
      const auto* pair = std::get_if<AskedPair>(&filter.value);
      asks = asks || (pair != nullptr && are_one_state(pair->first, pair->second));
    });
  };
  if (request.condition) look(*request.condition);
  for (const auto& selection : request.selections) {
    if (selection.condition) look(*selection.condition);
  }
  return asks;
}

}  // namespace dateline
