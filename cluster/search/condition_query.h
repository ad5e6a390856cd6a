// Conditions as queries of OpenSearch.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "cluster/reader/cluster_view.h"
#include "cluster/search/cluster_words.h"
#include "searcher/match/condition.h"
#include "searcher/query/facet.h"
#include "searcher/request_reader.h"

namespace dateline {

/// Translates. For one thread. All functions @throw as text_query() and filter_query().
class ConditionQueries {
 public:
  /// Both must outlive it.
  ConditionQueries(ClusterView& view, ClusterWords& words) : view_(view), words_(words) {}

  /// What Matcher::match() finds in an index, without regard to what is in force; without a score.
  [[nodiscard]] nlohmann::json query(const Condition& condition, DocumentKind kind) const;
  /// What a request's condition and its selections find; of those of one facet none counts.
  [[nodiscard]] nlohmann::json query(const ReadRequest& request,
                                     std::optional<Facet> without = std::nullopt) const;

 private:
  [[nodiscard]] nlohmann::json all(std::span<const Condition> children, DocumentKind kind) const;

  ClusterView& view_;
  ClusterWords& words_;
};

}  // namespace dateline
