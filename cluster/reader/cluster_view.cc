#include "cluster/reader/cluster_view.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "cluster/documents/mapping.h"

namespace dateline {
namespace {

using nlohmann::json;

constexpr std::string_view kSearching = "searching";

// Figures of a part of the shards would be wrong: no partial answer is taken.
constexpr std::string_view kWhole = "allow_partial_search_results=false";

// Bytes of queries that are no UTF-8 must not end the program: no document has them.
std::string text_of(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

ClusterView::ClusterView(ClusterAddress address, ClusterAccess access)
    : http_(std::move(address), std::move(access)), state_(read_state(http_)) {}

void ClusterView::stop_when(const std::atomic<bool>* flag) noexcept {
  http_.stop_when(flag);
  stop_ = SearchStop(flag);
}

json ClusterView::in_force(json query) const {
  const auto upto = [&](std::string_view name) {
    return json{{"range", {{name, {{"lte", state_.generation}}}}}};
  };
  json filtered;
  filtered["bool"]["must"] = json::array({std::move(query)});
  filtered["bool"]["filter"] = json::array({upto(field::kAdded)});
  filtered["bool"]["must_not"] = json::array({upto(field::kRemoved)});
  return filtered;
}

AnswerJson ClusterView::search(DocumentKind kind, const json& body) {
  auto answer = ask(HttpMethod::post, fmt::format("/{}/_search?{}", index(kind).name, kWhole), body,
                    kSearching);
  answer.require_whole();
  return answer;
}

AnswerJson ClusterView::search_over_shards(DocumentKind kind, const json& body) {
  auto answer =
      ask(HttpMethod::post,
          fmt::format("/{}/_search?search_type=dfs_query_then_fetch&{}", index(kind).name, kWhole),
          body, kSearching);
  answer.require_whole();
  return answer;
}

AnswerJson ClusterView::search_all(DocumentKind kind, const std::vector<json>& bodies) {
  stop_.check();
  std::string lines;
  for (const auto& body : bodies) lines += "{}\n" + text_of(body) + "\n";
  AnswerJson answer{http_.send(HttpMethod::post, fmt::format("/{}/_msearch", index(kind).name),
                               lines, "application/x-ndjson"),
                    kSearching};
  for (const auto one : answer.read<simdjson::dom::array>("responses")) {
    const auto status = static_cast<int>(answer.read<std::int64_t>(one, "status"));
    if (status != 200) require_ok({status, simdjson::minify(one), address().url()}, kSearching);
    answer.require_whole(one);
  }
  return answer;
}

std::uint64_t ClusterView::count(DocumentKind kind, const json& query) {
  const auto answer =
      search(kind, {{"size", 0}, {"track_total_hits", true}, {"query", in_force(query)}});
  return static_cast<std::uint64_t>(answer.read<std::int64_t>("hits.total.value"));
}

AnswerJson ClusterView::ask(HttpMethod method, std::string_view path, const json& body,
                            std::string_view what) {
  stop_.check();
  return AnswerJson{http_.send(method, path, body.is_null() ? std::string{} : text_of(body)), what};
}

}  // namespace dateline
