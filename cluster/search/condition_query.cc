#include "cluster/search/condition_query.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <variant>
#include <vector>

#include "cluster/search/filter_query.h"
#include "cluster/search/text_query.h"

namespace dateline {

using nlohmann::json;

json ConditionQueries::all(std::span<const Condition> children, DocumentKind kind) const {
  std::vector<json> filter;
  std::vector<json> must_not;
  for (const auto& child : children) {
    if (is<Exclude<Condition>>(child)) {
      must_not.push_back(query(children_of(child).front(), kind));
    } else {
      filter.push_back(query(child, kind));
    }
  }
  json all;
  if (!filter.empty()) all["bool"]["filter"] = std::move(filter);
  if (!must_not.empty()) all["bool"]["must_not"] = std::move(must_not);
  return all;
}

json ConditionQueries::query(const Condition& condition, DocumentKind kind) const {
  return std::visit(
      Overloaded{
          [&](const AllOf<Condition>& group) { return all(group.children, kind); },
          [&](const AnyOf<Condition>& group) {
            std::vector<json> any;
            for (const auto& child : group.children) any.push_back(query(child, kind));
            return any_query(std::move(any));
          },
          [&](const Exclude<Condition>&) { return all(std::span{&condition, 1}, kind); },
          [&](const TextCondition& text) { return text_query(text, kind, view_, words_); },
          [&](const FilterCondition& filter) { return filter_query(filter, kind, view_, words_); }},
      condition.form);
}

json ConditionQueries::query(const ReadRequest& request, std::optional<Facet> without) const {
  std::vector<json> all;
  if (request.condition) all.push_back(query(*request.condition, request.kind));
  for (const auto& selection : request.selections) {
    if (!selection.condition || (without && selection.facet == *without)) continue;
    all.push_back(query(*selection.condition, request.kind));
  }
  if (all.empty()) return everything_query();
  return {{"bool", {{"filter", std::move(all)}}}};
}

}  // namespace dateline
