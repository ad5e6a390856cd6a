#include <fmt/format.h>

#include <algorithm>

#include "language/display.h"
#include "language/utf8.h"
#include "presenter/facets_presenter.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/request_form.h"
#include "server/page/view.h"

namespace dateline {
namespace {

constexpr std::uint32_t kUsualValues = 8;
constexpr std::uint32_t kMoreValues = 200;

// Whether the query language has a word for "without any".
bool knows_none(std::string_view field) {
  const auto* rule = find_field(field);
  return rule != nullptr && rule->knows_none;
}

// Facets that cost more are counted when they are opened.
bool is_open(const PageCall& call, const FacetRow& row, DocumentKind kind) {
  return is_usual(row.facet, kind) || call.state.has("open", row.name) || call.state.flag(row.name);
}

std::uint32_t most_values(const PageCall& call, const FacetRow& row) {
  return call.state.has("more", row.name) ? kMoreValues : kUsualValues;
}

CountForm count_form(const PageCall& call, const FacetRow& row) {
  CountForm form;
  form.by = Bucket::year;
  form.limit = most_values(call, row);
  if (!row.is_by_time) form.match = fold(call.state.value(fmt::format("find-{}", row.name)));
  return form;
}

// Regions stand below those that they are part of.
std::size_t depth_of(const FacetValue& value, const std::vector<FacetValue>& all) {
  constexpr std::size_t kDeepest = 3;
  std::size_t depth = 0;
  const auto* parent = &value.parent;
  while (!parent->empty() && depth < kDeepest) {
    const auto above = std::find_if(all.begin(), all.end(),
                                    [&](const FacetValue& one) { return one.value == *parent; });
    if (above == all.end()) break;
    parent = &above->parent;
    ++depth;
  }
  return depth;
}

View value_view(const PageCall& call, const FacetRow& row, const FacetValue& value) {
  const auto exclusion = exclusion_of(row.name, value.value);
  auto query = call.state.value("q");
  query += (query.empty() ? "" : " ") + exclusion;
  const auto excluding = call.state.without(row.name, value.value).with("q", query);
  const auto& label = value.label.empty() ? value.value : value.label;
  return {{"value", value.value},
          {"label", label},
          {"count", with_commas(value.count)},
          {"selected", value.selected},
          {"exclude", value.selected || row.is_by_time ? std::string{} : call.url(excluding)},
          {"exclude_tip", call.texts.filled("exclude", label)}};
}

void add_none(const PageCall& call, const FacetRow& row, const FacetCounts& counts, View& values,
              View& view) {
  if (counts.none == 0) return;
  const auto text = call.texts.filled("without", with_commas(counts.none));
  if (!knows_none(row.name)) {
    view["none"] = text;
    return;
  }
  values.push_back({{"value", "none"},
                    {"label", call.texts.filled("without", "")},
                    {"count", with_commas(counts.none)},
                    {"selected", call.state.has(row.name, "none")}});
}

View values_view(const PageCall& call, const FacetRow& row, const FacetCounts& counts, View& view) {
  View values = View::array();
  auto shown = counts.values;
  if (row.is_by_time) {  // buckets are never cut: the latest are shown
    const std::size_t limit = most_values(call, row);
    std::reverse(shown.begin(), shown.end());
    std::erase_if(shown, [](const FacetValue& one) { return one.count == 0 && !one.selected; });
    if (shown.size() > limit) {
      std::stable_partition(shown.begin(), shown.end(),
                            [](const FacetValue& one) { return one.selected; });
      shown.resize(limit);
    }
  }
  for (const auto& value : shown) {
    if (value.value == "none") continue;
    auto one = value_view(call, row, value);
    if (const auto depth = depth_of(value, shown); depth > 0) one["depth"] = std::to_string(depth);
    values.push_back(std::move(one));
  }
  add_none(call, row, counts, values, view);
  return values;
}

void add_more(const PageCall& call, const FacetRow& row, const FacetCounts& counts, View& view) {
  const auto shown = std::min<std::uint64_t>(counts.different, view["values"].size());
  if (call.state.has("more", row.name)) {
    view["more_url"] = call.url(call.state.without("more", row.name));
    view["more_label"] = call.texts.of("fewer_values");
  } else if (counts.different > shown) {
    view["more_url"] = call.url(call.state.and_with("more", row.name));
    view["more_label"] = call.texts.filled("more_values", with_commas(counts.different - shown));
  }
}

bool may_join_all(const FacetRow& row) {
  const auto* field = find_field(row.name);
  return field != nullptr && field->list == ValueList::any_or_all;
}

View facet_view(const PageCall& call, const PageMatches& matches, const FacetRow& row) {
  View view{{"name", row.name}, {"title", row.title}};
  if (!is_open(call, row, matches.request.kind)) {
    if (matches.found.summary.total == 0) return nullptr;  // opened, it would have no values
    view["is_closed"] = true;
    view["open_url"] =
        call.url(call.state.and_with("open", row.name)) + fmt::format("#facet-{}", row.name);
    return view;
  }
  const auto counts = matches.found.matches.count(row.facet, count_form(call, row));
  const auto find = call.state.value(fmt::format("find-{}", row.name));
  if (counts.values.empty() && counts.none == 0 && find.empty()) return nullptr;
  view["values"] = values_view(call, row, counts, view);
  add_more(call, row, counts, view);
  view["may_find"] = !row.is_by_time && (counts.different > kUsualValues || !find.empty());
  view["find"] = find;
  view["find_label"] = call.texts.filled("find_label", row.title);
  const bool is_all = call.state.has("all", row.name);
  const auto selected = std::count_if(counts.values.begin(), counts.values.end(),
                                      [](const FacetValue& one) { return one.selected; });
  view["may_all"] = may_join_all(row) && (is_all || selected > 1);
  view["all"] = is_all;
  return view;
}

}  // namespace

void add_facets(const PageCall& call, const PageMatches& matches, View& view) {
  View facets = View::array();
  for (const auto& row : kFacetRows) {
    if (row.help.empty()) continue;
    auto facet = facet_view(call, matches, row);
    if (!facet.is_null()) facets.push_back(std::move(facet));
  }
  view["has_facets"] = !facets.empty();
  view["facets"] = std::move(facets);
}

}  // namespace dateline
