// Conditions as queries of OpenSearch.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>

#include "cluster/reader/cluster_view.h"
#include "cluster/search/cluster_words.h"
#include "searcher/match/condition.h"
#include "searcher/query/facet.h"
#include "searcher/request_reader.h"

namespace dateline {

/// OpenSearch takes so many clauses in a query (indices.query.bool.max_clause_count), less some for
/// what is in force.
inline constexpr std::size_t kMostClauses = 1'000;
/// How many clauses a query has: its leaves, and each word of a phrase.
[[nodiscard]] std::size_t clauses_of(const nlohmann::json& query);

/// Translates. For one thread. All functions @throw as text_query() and filter_query().
class ConditionQueries {
 public:
  /// Both must outlive it.
  ConditionQueries(ClusterView& view, ClusterWords& words) : view_(view), words_(words) {}

  /// What Matcher::match() finds in an index, without regard to what is in force; without a score.
  [[nodiscard]] nlohmann::json query(const Condition& condition, DocumentKind kind) const;
  /// What a request's condition and its selections find; of those of one facet none counts.
  /// @throws UnsupportedError when they have more than kMostClauses, too.
  [[nodiscard]] nlohmann::json query(const ReadRequest& request,
                                     std::optional<Facet> without = std::nullopt) const;

 private:
  [[nodiscard]] nlohmann::json all(std::span<const Condition> children, DocumentKind kind) const;

  ClusterView& view_;
  ClusterWords& words_;
};

}  // namespace dateline
