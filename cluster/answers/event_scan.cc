#include "cluster/answers/event_scan.h"

#include "cluster/documents/mapping.h"

namespace dateline {

using nlohmann::json;
using simdjson::dom::array;
using simdjson::dom::element;

void scan_events(ClusterView& view, const json& query, const std::vector<std::string_view>& fields,
                 const std::function<void(element source)>& visit) {
  constexpr std::size_t kPage = 2'000;
  json body{{"size", kPage},
            {"track_total_hits", false},
            {"_source", fields},
            {"query", view.in_force(query)}};
  body["sort"] = json::array({{{field::kArticleId, "asc"}}, {{field::kOrdinal, "asc"}}});
  for (bool is_last = false; !is_last;) {
    const auto answer = view.search(DocumentKind::event, body);
    const auto hits = answer.read<array>("hits.hits");
    element last;
    for (const auto hit : hits) {
      visit(answer.read<element>(hit, "_source"));
      last = answer.read<element>(hit, "sort");
    }
    is_last = hits.size() < kPage;
    if (!is_last) body["search_after"] = json::parse(simdjson::minify(last));
  }
}

DayRange days_in(element source) {
  std::int64_t first = 0;
  std::int64_t last = 0;
  if (source[field::kFirst].get(first) != simdjson::SUCCESS ||
      source[field::kLast].get(last) != simdjson::SUCCESS)
    return {};
  return {day_of_number(static_cast<std::int32_t>(first)),
          day_of_number(static_cast<std::int32_t>(last))};
}

void for_each_text(element source, std::string_view name,
                   const std::function<void(std::string_view text)>& visit) {
  array texts;
  if (source[name].get(texts) != simdjson::SUCCESS) return;
  for (const auto one : texts) {
    std::string_view text;
    if (one.get(text) == simdjson::SUCCESS) visit(text);
  }
}

}  // namespace dateline
