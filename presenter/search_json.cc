#include "presenter/csv.h"
#include "presenter/json_values.h"
#include "presenter/search_presenter.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

Json snippet_json(const Snippet& snippet) {
  Json highlights = Json::array();
  for (const Span& mark : snippet.highlights) highlights.push_back(span_json(mark));
  Json object{{"text", snippet.text},
              {"highlights", std::move(highlights)},
              {"source", span_json(snippet.source)}};
  add_pages(snippet.pages, object);
  object["cut_before"] = snippet.cut_before;
  object["cut_after"] = snippet.cut_after;
  return object;
}

Json suggestions_json(const std::vector<Suggestion>& suggestions) {
  Json list = Json::array();
  for (const auto& one : suggestions) {
    list.push_back({{"kind", one.kind == Suggestion::Kind::date ? "date" : "spelling"},
                    {"label", one.label},
                    {"query", one.query}});
  }
  return list;
}

Json retellings_json(const std::vector<Retelling>& same) {
  Json list = Json::array();
  for (const auto& one : same) {
    list.push_back({{"id", one.id}, {"title", one.title}, {"days", interval_json(one.days)}});
  }
  return list;
}

}  // namespace

Json hit_json(const Hit& hit) {
  Json object{{"id", hit.id}, {"score", hit.score}, {"title", hit.title}, {"authors", hit.authors}};
  object["published"] = hit.published ? interval_json(*hit.published) : Json(nullptr);
  object["countries"] = countries_json(hit.countries);
  if (hit.kind == DocumentKind::event) {
    object["article"] = hit.article_id;
    object["section"] = hit.section;
    add_pages(hit.pages, object);
    object["origin"] = event_origin_name(hit.origin);
    object["date"] = date_json(*hit.date);
    object["date_boost"] = hit.date_boost;
    object["organizations"] = hit.organizations;
    object["text"] = hit.text;
    if (!hit.same.empty()) object["same"] = retellings_json(hit.same);
  }
  object["snippet"] = snippet_json(hit.snippet);
  return object;
}

namespace {

Json value_json(Facet facet, const FacetValue& value) {
  Json object{{"value", value.value},
              {"label", value.label},
              {"count", value.count},
              {"selected", value.selected}};
  if (facet == Facet::region)
    object["parent"] = value.parent.empty() ? Json(nullptr) : Json(value.parent);
  return object;
}

Json facet_json(const FacetCounts& counts, const SearchRequest& request) {
  const bool by_time = is_by_time(counts.facet);
  Json values = Json::array();
  for (const auto& value : counts.values) {
    values.push_back(value_json(counts.facet, value));
  }
  Json object{{"facet", facet_name(counts.facet)}, {"unit", unit_name(request.kind, 2)}};
  if (by_time) object["by"] = bucket_word(request.date_bucket);
  object["total"] = counts.total;
  object["none"] = counts.none;
  object["different"] = counts.different;
  if (by_time) object["coarser"] = counts.coarser;
  object["values"] = std::move(values);
  return object;
}

Json facets_of(const SearchRequest& request, const SearchResult& result) {
  Json facets = Json::array();
  for (const auto& counts : result.facets) facets.push_back(facet_json(counts, request));
  return facets;
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

}  // namespace

std::string to_json(const SearchRequest& request, const SearchResult& result) {
  Json hits = Json::array();
  for (const Hit& hit : result.hits) hits.push_back(hit_json(hit));
  Json object{{"schema", kOutputSchema},   {"kind", unit_name(result.kind, 1)},
              {"total", result.total},     {"offset", request.offset},
              {"notices", result.notices}, {"suggestions", suggestions_json(result.suggestions)},
              {"hits", std::move(hits)},   {"facets", facets_of(request, result)}};
  if (result.different) object["different"] = *result.different;
  return dump(object);
}

std::string facets_json(const SearchRequest& request, const SearchResult& result) {
  return dump(Json{{"schema", kOutputSchema},
                   {"kind", unit_name(result.kind, 1)},
                   {"total", result.total},
                   {"notices", result.notices},
                   {"suggestions", suggestions_json(result.suggestions)},
                   {"facets", facets_of(request, result)}});
}

std::string facets_json_lines(const SearchRequest& request, const SearchResult& result) {
  std::string lines;
  for (const auto& record : records_of(result)) {
    lines += dump_line(Json{{"facet", facet_name(record.facet)},
                            {"unit", unit_name(request.kind, 2)},
                            {"value", record.value},
                            {"label", record.label},
                            {"count", record.count}});
  }
  return lines;
}

std::string facets_csv(const SearchRequest& request, const SearchResult& result) {
  std::string text = csv_record({"facet", "unit", "value", "label", "count"});
  for (const auto& record : records_of(result)) {
    text +=
        csv_record({std::string{facet_name(record.facet)}, std::string{unit_name(request.kind, 2)},
                    record.value, record.label, std::to_string(record.count)});
  }
  return text;
}

std::string hits_json_lines(const std::vector<Hit>& hits) {
  std::string lines;
  for (const Hit& hit : hits) lines += dump_line(hit_json(hit));
  return lines;
}

}  // namespace dateline
