#include <array>

#include "searcher/json_values.h"
#include "searcher/presenter.h"
#include "searcher/query_fields.h"

namespace dateline {
namespace {

Json snippet_json(const Snippet& snippet) {
  Json highlights = Json::array();
  for (const Span& mark : snippet.highlights) highlights.push_back(span_json(mark));
  return {{"text", snippet.text},
          {"highlights", std::move(highlights)},
          {"source", span_json(snippet.source)},
          {"cut_before", snippet.cut_before},
          {"cut_after", snippet.cut_after}};
}

Json hit_json(const Hit& hit) {
  Json object{{"id", hit.id}, {"score", hit.score}, {"title", hit.title}, {"authors", hit.authors}};
  object["published"] = hit.published ? interval_json(*hit.published) : Json(nullptr);
  object["countries"] = countries_json(hit.countries);
  if (hit.kind == DocumentKind::event) {
    object["article"] = hit.article_id;
    object["section"] = hit.section;
    object["origin"] = event_origin_name(hit.origin);
    object["date"] = date_json(*hit.date);
  }
  object["snippet"] = snippet_json(hit.snippet);
  return object;
}

Json facet_json(const FacetCounts& counts, const SearchRequest& request) {
  const bool by_time = is_by_time(counts.facet);
  Json values = Json::array();
  for (const auto& value : counts.values) {
    values.push_back({{"value", value.value},
                      {"label", value.label},
                      {"count", value.count},
                      {"selected", value.selected}});
  }
  Json object{{"facet", facet_name(counts.facet)}, {"unit", unit_name(request.kind, 2)}};
  if (by_time) object["by"] = bucket_word(request.date_bucket);
  object["total"] = counts.total;
  object["none"] = counts.none;
  if (by_time) object["coarser"] = counts.coarser;
  object["values"] = std::move(values);
  return object;
}

}  // namespace

std::string to_json(const SearchRequest& request, const SearchResult& result) {
  Json hits = Json::array();
  for (const Hit& hit : result.hits) hits.push_back(hit_json(hit));
  Json facets = Json::array();
  for (const auto& counts : result.facets) facets.push_back(facet_json(counts, request));
  const Json object{{"schema", kOutputSchema},    {"kind", unit_name(result.kind, 1)},
                    {"total", result.total},      {"offset", request.offset},
                    {"notices", result.notices},  {"hits", std::move(hits)},
                    {"facets", std::move(facets)}};
  return dump(object);
}

}  // namespace dateline
