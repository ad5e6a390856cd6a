#include "presenter/csv.h"
#include "presenter/json_list.h"
#include "presenter/json_values.h"
#include "presenter/search_parts.h"
#include "presenter/search_presenter.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/request.h"

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

Json retellings_json(const std::vector<Retelling>& same) {
  Json list = Json::array();
  for (const auto& one : same) {
    list.push_back({{"id", one.id}, {"title", one.title}, {"days", interval_json(one.days)}});
  }
  return list;
}

Json head_json(const SearchRequest& request, const SearchResult& result) {
  return {{"schema", kOutputSchema},   {"kind", unit_name(result.kind, 1)},
          {"total", result.total},     {"offset", request.offset},
          {"notices", result.notices}, {"suggestions", suggestions_json(result.suggestions)}};
}

// What stands behind the hits.
void add_tail(const SearchRequest& request, const SearchResult& result, Json& object) {
  object["facets"] = facets_json(request, result);
  if (result.different) object["different"] = *result.different;
}

}  // namespace

Json hit_json(const Hit& hit) {
  Json object{{"id", hit.id}, {"score", hit.score}, {"title", hit.title}, {"authors", hit.authors}};
  object["published"] = interval_json(hit.published);
  object["countries"] = countries_json(hit.countries);
  if (hit.kind == DocumentKind::event) {
    object["article"] = hit.article_id;
    object["section"] = hit.section;
    add_pages(hit.pages, object);
    object["origin"] = event_origin_name(hit.origin);
    object["date"] = date_json(*hit.date);
    object["date_boost"] = hit.date_boost;
    object["acting"] = countries_json(hit.acting);
    object["acts"] = Json::array();
    for (const auto& [country, name] : hit.acts) {
      object["acts"].push_back({{"country", country.str()}, {"person", name}});
    }
    object["organizations"] = hit.organizations;
    if (!hit.sources.empty()) object["sources"] = hit.sources;
    object["persons"] = hit.persons;
    object["text"] = hit.text;
    if (!hit.same.empty()) object["same"] = retellings_json(hit.same);
  }
  object["snippet"] = snippet_json(hit.snippet);
  return object;
}

std::string to_json(const SearchAnswer& answer) {
  const auto& request = answer.request;
  const auto& result = answer.result;
  auto object = head_json(request, result);
  object["hits"] = Json::array();
  for (const Hit& hit : result.hits) object["hits"].push_back(hit_json(hit));
  add_tail(request, result, object);
  return dump(object);
}

std::string json_before_hits(const SearchRequest& request, const SearchResult& result) {
  return json_list_begin(head_json(request, result), "hits");
}

std::string json_of_hit(const Hit& hit, bool is_first) {
  return json_list_item(hit_json(hit), is_first);
}

std::string json_after_hits(const SearchRequest& request, const SearchResult& result,
                            bool has_hits) {
  Json object = Json::object();
  add_tail(request, result, object);
  return json_list_end(object, has_hits);
}

std::string to_json_lines(const SearchAnswer& answer) {
  std::string lines;
  for (const Hit& hit : answer.result.hits) lines += dump_line(hit_json(hit));
  return lines;
}

std::string to_csv(const SearchAnswer& answer) {
  return hits_csv(answer.result.kind, answer.result.hits);
}

}  // namespace dateline
