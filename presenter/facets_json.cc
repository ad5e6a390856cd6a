#include <array>
#include <cstddef>

#include "presenter/csv.h"
#include "presenter/facets_presenter.h"
#include "presenter/json_values.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

Json value_json(Facet facet, const FacetValue& value) {
  Json object{{"value", value.value},
              {"label", value.label},
              {"count", value.count},
              {"selected", value.selected}};
  if (facet == Facet::region) object["parent"] = text_or_null(value.parent);
  return object;
}

Json facet_json(const FacetCounts& counts, const SearchRequest& request) {
  const bool by_time = is_by_time(counts.facet);
  Json values = Json::array();
  for (const auto& value : counts.values) {
    values.push_back(value_json(counts.facet, value));
  }
  Json object{{"facet", facet_name(counts.facet)}, {"unit", unit_name(request.kind, 2)}};
  if (by_time) object["by"] = bucket_word(bucket_of(counts, request.date_bucket));
  object["total"] = counts.total;
  object["none"] = counts.none;
  object["different"] = counts.different;
  if (by_time) object["coarser"] = counts.coarser;
  object["values"] = std::move(values);
  return object;
}

// A record a value: what is counted, then the value. The lines of a facet that hold no value are
// called (none) and (coarser).
struct CountRecord {
  Facet facet;
  std::string value;
  std::string label;
  std::uint64_t count;
};

std::vector<CountRecord> records_of(const SearchResult& result) {
  std::vector<CountRecord> records;
  for (const auto& counts : result.facets) {
    for (const auto& value : counts.values)
      records.push_back({counts.facet, value.value, value.label, value.count});
    if (counts.coarser > 0) records.push_back({counts.facet, "(coarser)", "", counts.coarser});
    if (counts.none > 0) records.push_back({counts.facet, "(none)", "", counts.none});
  }
  return records;
}

std::string_view suggestion_kind(Suggestion::Kind kind) noexcept {
  constexpr std::array<std::string_view, 6> kNames{"date",     "pair",    "person",
                                                   "relation", "country", "spelling"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

Json suggestions_json(const std::vector<Suggestion>& suggestions) {
  Json list = Json::array();
  for (const auto& one : suggestions) {
    list.push_back(
        {{"kind", suggestion_kind(one.kind)}, {"label", one.label}, {"query", one.query}});
  }
  return list;
}

Json facets_json(const SearchRequest& request, const SearchResult& result) {
  Json facets = Json::array();
  for (const auto& counts : result.facets) facets.push_back(facet_json(counts, request));
  return facets;
}

std::string to_json(const FacetsAnswer& answer) {
  const auto& [request, result] = answer;
  return dump(Json{{"schema", kOutputSchema},
                   {"kind", unit_name(result.kind, 1)},
                   {"total", result.total},
                   {"notices", result.notices},
                   {"suggestions", suggestions_json(result.suggestions)},
                   {"facets", facets_json(request, result)}});
}

std::string to_json_lines(const FacetsAnswer& answer) {
  std::string lines;
  for (const auto& record : records_of(answer.result)) {
    lines += dump_line(Json{{"facet", facet_name(record.facet)},
                            {"unit", unit_name(answer.request.kind, 2)},
                            {"value", record.value},
                            {"label", record.label},
                            {"count", record.count}});
  }
  return lines;
}

std::string to_csv(const FacetsAnswer& answer) {
  const std::string unit{unit_name(answer.request.kind, 2)};
  auto text = csv_record({"facet", "unit", "value", "label", "count"});
  for (const auto& record : records_of(answer.result)) {
    text += csv_record({std::string{facet_name(record.facet)}, unit, record.value, record.label,
                        std::to_string(record.count)});
  }
  return text;
}

}  // namespace dateline
