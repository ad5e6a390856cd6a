#include "presenter/watch_presenter.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/display.h"
#include "presenter/json_values.h"
#include "presenter/search_presenter.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

Json query_json(const SavedQuery& query) {
  return {
      {"name", query.name},           {"kind", query.events ? "event" : "article"},
      {"query", query.query},         {"any", query.any_word},
      {"date_mode", query.date_mode}, {"shown", query.shown ? Json(*query.shown) : Json(nullptr)}};
}

Json result_json(const WatchResult& result) {
  Json hits = Json::array();
  for (const auto& one : result.hits) {
    auto hit = hit_json(one.hit);
    hit["generation"] = one.generation;
    hits.push_back(std::move(hit));
  }
  auto object = query_json(result.query);
  object["problem"] = text_or_null(result.problem);
  object["total"] = result.total;
  object["hits"] = std::move(hits);
  return object;
}

std::string result_text(const WatchResult& result, const TextStyle& style) {
  SearchRequest request;
  request.limit = static_cast<std::uint32_t>(result.hits.size());
  SearchResult shown;
  shown.kind = result.query.events ? DocumentKind::event : DocumentKind::article;
  shown.total = result.total;
  for (const auto& one : result.hits) shown.hits.push_back(one.hit);
  return to_text(SearchAnswer{request, shown}, style);
}

}  // namespace

std::string description(const SavedQuery& query) {
  auto text = fmt::format("{}: {}", query.events ? "events" : "articles", query.query);
  if (query.any_word) text += " (any of the words)";
  if (query.date_mode != "overlaps") text += fmt::format(" (dates: {})", query.date_mode);
  return text;
}

std::string to_text(const WatchReport& report, const TextStyle& style) {
  std::string out;
  for (const auto& result : report.results) {
    if (result.total == 0) continue;
    if (!out.empty()) out += "\n";
    out += style.bold(
               fmt::format("{} for {}", report.all ? "All" : "New", printable(result.query.name))) +
           style.dim(fmt::format(" ({})", printable(description(result.query)))) + "\n" +
           result_text(result, style);
  }
  return out;
}

std::string to_json(const WatchReport& report) {
  Json queries = Json::array();
  for (const auto& result : report.results) queries.push_back(result_json(result));
  return dump(Json{{"schema", kOutputSchema},
                   {"generation", report.generation},
                   {"all", report.all},
                   {"total", report.total()},
                   {"queries", std::move(queries)}});
}

std::string to_text(const SavedQueryList& queries, const TextStyle& style) {
  std::size_t width = 0;
  for (const auto& query : queries) width = std::max(width, display_width(printable(query.name)));
  std::string out;
  for (const auto& query : queries) {
    const auto name = printable(query.name);
    out += style.bold(name) + std::string(width - display_width(name) + 2, ' ') +
           printable(description(query)) + "\n";
  }
  return out;
}

std::string to_json(const SavedQueryList& queries) {
  Json list = Json::array();
  for (const auto& query : queries) list.push_back(query_json(query));
  return dump(Json{{"schema", kOutputSchema}, {"queries", std::move(list)}});
}

}  // namespace dateline
