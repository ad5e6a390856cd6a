// In which order the hits of a request come in a cluster.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cluster/reader/cluster_view.h"
#include "cluster/search/cluster_words.h"
#include "cluster/search/term_statistics.h"
#include "searcher/query/request.h"
#include "searcher/rank/ranking_query.h"
#include "searcher/rank/weighting.h"
#include "searcher/request_reader.h"

namespace dateline {

/// A document and its score.
struct ClusterRanked {
  std::string id;
  double score = 0;
  double date_boost = 1;
};

/// Orders what matches a request, as HitOrder does in an index. By relevance, the cluster finds the
/// first hits by their words; the first kNearDepth of these are scored exactly (DocumentScorer) and
/// put in order here, whatever page is asked for, so that pages join to one order. For one thread.
class ClusterOrder {
 public:
  /// All must outlive it. @param query what matches, without regard to what is in force
  ClusterOrder(ClusterView& view, ClusterWords& words, TermStatistics& statistics,
               const SearchRequest& request, const ReadRequest& read, nlohmann::json query);

  /// `limit` hits after the first `offset`. @throws UnsupportedError when more are wanted by
  /// relevance than a cluster ranks; ClusterError, SearchStopped.
  [[nodiscard]] std::vector<ClusterRanked> hits(std::uint32_t offset, std::uint32_t limit);
  /// What a user should know of the order: prefixes that do not rank.
  [[nodiscard]] std::vector<std::string> notices();

 private:
  struct Plan;

  [[nodiscard]] std::optional<Plan> plan();
  [[nodiscard]] std::vector<ClusterRanked> by_relevance(const Plan& plan, std::uint32_t offset,
                                                        std::uint32_t limit);
  [[nodiscard]] std::vector<ClusterRanked> first_hits(const Plan& plan);
  [[nodiscard]] std::vector<ClusterRanked> by_date(std::uint32_t offset, std::uint32_t limit);
  [[nodiscard]] nlohmann::json scoring(const Plan& plan);
  [[nodiscard]] nlohmann::json score_order() const;
  [[nodiscard]] nlohmann::json page(nlohmann::json query, std::size_t from, std::size_t size) const;

  ClusterView& view_;
  ClusterWords& words_;
  TermStatistics& statistics_;
  const SearchRequest& request_;
  const ReadRequest& read_;
  nlohmann::json query_;
};

}  // namespace dateline
