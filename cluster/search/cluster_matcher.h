// Matches requests in a cluster.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "cluster/reader/cluster_view.h"
#include "cluster/search/cluster_words.h"
#include "cluster/search/condition_query.h"
#include "searcher/request_reader.h"

namespace dateline {

/// Counts what conditions match. For one thread.
class ClusterMatcher : public ConditionMatcher {
 public:
  /// Both must outlive it.
  ClusterMatcher(ClusterView& view, ClusterWords& words)
      : view_(view), words_(words), queries_(view, words) {}

  bool has_term(const std::string& term) override { return words_.has_term(term); }
  void begin(const SearchRequest& request, ReadRequest& read) override;
  std::uint64_t match(const ReadRequest& request) override;
  bool is_found(const Condition& condition, DocumentKind kind) override;
  std::unique_ptr<PartSets> parts(const ReadRequest& request) override;

 private:
  ClusterView& view_;
  ClusterWords& words_;
  ConditionQueries queries_;
};

}  // namespace dateline
