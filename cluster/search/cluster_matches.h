// What matches a request in a cluster.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cluster/copy/copied_articles.h"
#include "cluster/reader/cluster_view.h"
#include "cluster/search/cluster_hits.h"
#include "cluster/search/cluster_order.h"
#include "cluster/search/cluster_words.h"
#include "cluster/search/condition_query.h"
#include "cluster/search/facet_counts.h"
#include "cluster/search/term_statistics.h"
#include "language/words/analyzer.h"
#include "searcher/engine.h"
#include "searcher/request_reader.h"

namespace dateline {

/// What all requests of an archive share: what was read of it is kept.
struct SearchableCluster {
  ClusterView& view;
  Analyzer& analyzer;
  ClusterWords& words;
  TermStatistics& articles;
  TermStatistics& events;
  CopiedArticles& copies;

  [[nodiscard]] TermStatistics& statistics(DocumentKind kind) const noexcept {
    return kind == DocumentKind::article ? articles : events;
  }
};

/// A request, and what matches it. Functions @throw ClusterError, SearchStopped; UnsupportedError
/// for what a cluster does not give.
class ClusterMatches : public MatchReader {
 public:
  /// What `cluster` refers to must outlive it. @param read the request as it was understood
  ClusterMatches(const SearchableCluster& cluster, SearchRequest request, ReadRequest read);

  [[nodiscard]] const SearchRequest& request() const noexcept { return request_; }
  [[nodiscard]] const ReadRequest& read() const noexcept { return read_; }
  [[nodiscard]] ClusterView& view() const noexcept { return cluster_.view; }
  [[nodiscard]] CopiedArticles& copies() const noexcept { return cluster_.copies; }
  /// What matches, without regard to what is in force; the selections of a facet left out.
  [[nodiscard]] nlohmann::json query(std::optional<Facet> without = std::nullopt) const;
  /// Hits of documents of the request's kind, in this order, without a score.
  [[nodiscard]] std::vector<Hit> hits_of(const std::vector<std::string>& ids) const;

  /// A facet of all that matches, its own selections not left out, as `spec` wants it.
  [[nodiscard]] FacetCounts count_matching(const FacetSpec& spec) const {
    return facets_.count_matching(spec);
  }

  std::uint64_t total() const noexcept override { return read_.total; }
  const std::vector<std::string>& notices() const noexcept override { return read_.notices; }
  FacetCounts count(Facet facet) const override;
  FacetCounts count(Facet facet, const CountForm& how) const override;
  SearchResult summary() const override;
  std::size_t hit_count() const override { return page().size(); }
  std::vector<Hit> hits(std::size_t first, std::size_t count) const override;
  std::vector<Proof> prove(Facet facet, const QueryNode& value) const override;

 private:
  [[nodiscard]] const std::vector<ClusterRanked>& page() const;
  [[nodiscard]] CountForm form() const;

  SearchableCluster cluster_;
  SearchRequest request_;
  ReadRequest read_;
  ConditionQueries queries_;
  nlohmann::json query_;
  ClusterFacets facets_;
  mutable ClusterOrder order_;
  mutable ClusterHits hits_;
  mutable std::optional<std::vector<ClusterRanked>> page_;  // when it was first asked for
};

}  // namespace dateline
