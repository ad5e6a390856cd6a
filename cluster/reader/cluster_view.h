// An archive in a cluster as one reader sees it.
#pragma once

#include <atomic>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/http/answer_json.h"
#include "cluster/http/http_client.h"
#include "cluster/store/cluster_state.h"
#include "index/document_kind.h"
#include "searcher/match/search_stop.h"

namespace dateline {

/// Reads one generation of an archive, whatever is published meanwhile: asks the indices that were
/// in force when it was made, and filters their documents itself. For one thread.
class ClusterView {
 public:
  /// Reads the state. @throws ClusterUsageError as HttpClient; ClusterError when there is no such
  /// archive, or no answer, or this program does not read its documents' schema.
  ClusterView(ClusterAddress address, ClusterAccess access);
  ClusterView(ClusterView&&) = delete;

  [[nodiscard]] const ClusterState& state() const noexcept { return state_; }
  [[nodiscard]] const ClusterAddress& address() const noexcept { return http_.address(); }
  [[nodiscard]] HttpClient& http() noexcept { return http_; }
  /// The index that holds the documents of a kind.
  [[nodiscard]] const StoredIndex& index(DocumentKind kind) const noexcept {
    return kind == DocumentKind::article ? state_.articles : state_.events;
  }

  /// A flag that another thread may set while it asks; then what asks @throws SearchStopped.
  void stop_when(const std::atomic<bool>* flag) noexcept;

  /// The query, of the documents in force alone. @param query a query of OpenSearch.
  [[nodiscard]] nlohmann::json in_force(nlohmann::json query) const;

  /// What a search answers. @param body of `_search`; its `query` as in_force() gives it.
  /// @throws ClusterError: also when any shard has not answered; SearchStopped.
  [[nodiscard]] AnswerJson search(DocumentKind kind, const nlohmann::json& body);
  /// The same where scores count: words weigh alike in all shards.
  [[nodiscard]] AnswerJson search_over_shards(DocumentKind kind, const nlohmann::json& body);
  /// What several searches answer, in one request: `responses`, each as search() has it, checked.
  /// @throws as search(); (wrong) when one of them is refused.
  [[nodiscard]] AnswerJson search_all(DocumentKind kind, const std::vector<nlohmann::json>& bodies);
  /// How many documents in force match a query (not yet as in_force()). @throws as search().
  [[nodiscard]] std::uint64_t count(DocumentKind kind, const nlohmann::json& query);
  /// Any other request: what it answers with 200. @throws as search().
  [[nodiscard]] AnswerJson ask(HttpMethod method, std::string_view path, const nlohmann::json& body,
                               std::string_view what);

 private:
  HttpClient http_;
  SearchStop stop_;
  ClusterState state_;
};

}  // namespace dateline
