#include "cluster/search/condition_query.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cluster/search/filter_query.h"
#include "cluster/search/support.h"
#include "cluster/search/text_query.h"

namespace dateline {

using nlohmann::json;

namespace {

std::size_t word_count(const json& text) {
  const auto words = text.get<std::string>();
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

bool is_one_clause(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 6> kNames{"term",   "terms",     "range",
                                                   "exists", "match_all", "match_none"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace

std::size_t clauses_of(const json& query) {
  std::size_t clauses = 0;
  if (query.is_array()) {
    for (const auto& one : query) clauses += clauses_of(one);
    return clauses;
  }
  if (!query.is_object()) return 0;
  for (const auto& [name, value] : query.items()) {
    if (is_one_clause(name)) {
      ++clauses;
    } else if (name == "match_phrase") {  // {field: words}
      clauses += word_count(*value.begin());
    } else if (name == "query" && value.is_string()) {  // of an interval
      clauses += word_count(value);
    } else {
      clauses += clauses_of(value);
    }
  }
  return clauses;
}

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
  json query{{"bool", {{"filter", std::move(all)}}}};
  if (clauses_of(query) > kMostClauses) refuse(ClusterWish::many_words);
  return query;
}

}  // namespace dateline
