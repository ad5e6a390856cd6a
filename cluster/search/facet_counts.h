// Counts facets in a cluster.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cluster/reader/cluster_view.h"
#include "language/date_interval.h"
#include "searcher/answer.h"
#include "searcher/facet_question.h"
#include "searcher/query/count_form.h"
#include "searcher/query/facet.h"
#include "searcher/query/request.h"
#include "searcher/request_reader.h"

namespace dateline {

/// Gives the query of everything that a request asks for but the selections of one facet; nullopt:
/// all of it. Without regard to what is in force.
using QueryWithout = std::function<nlohmann::json(std::optional<Facet> without)>;

/// Counts what matches one request by facets, exactly as count_facet() does in an index. For one
/// thread. All functions @throw ClusterError, SearchStopped.
class ClusterFacets {
 public:
  /// What it refers to must outlive it.
  ClusterFacets(ClusterView& view, const SearchRequest& request, const ReadRequest& read,
                QueryWithout query)
      : view_(view), request_(request), read_(read), query_(std::move(query)) {}

  [[nodiscard]] FacetCounts count(Facet facet, const CountForm& how) const;
  /// Several, in their order, by one request for all of them.
  [[nodiscard]] std::vector<FacetCounts> count(const std::vector<Facet>& facets,
                                               const CountForm& how) const;
  /// One of all that matches: no selection is left out, none is marked.
  [[nodiscard]] FacetCounts count_matching(const FacetSpec& spec) const;

 private:
  /// A facet, and how it is asked for.
  struct Asked {
    FacetQuestion question;
    nlohmann::json query;  ///< as in_force() gives it
    bool fits = false;     ///< the width of its buckets is chosen to fit
  };

  [[nodiscard]] Asked ask(Facet facet, const CountForm& how) const;
  [[nodiscard]] bool is_author(const std::string& name) const;
  [[nodiscard]] std::string field_of(const FacetSpec& spec) const;
  [[nodiscard]] nlohmann::json body(const Asked& asked) const;
  [[nodiscard]] std::vector<NamedCount> all_values(const Asked& asked) const;
  [[nodiscard]] FacetCounts plain_report(const Asked& asked, const AnswerJson& answer,
                                         simdjson::dom::element search) const;
  [[nodiscard]] FacetCounts report(const Asked& asked, const AnswerJson& answer,
                                   simdjson::dom::element search) const;

  ClusterView& view_;
  const SearchRequest& request_;
  const ReadRequest& read_;
  QueryWithout query_;
};

/// From the first to the last day that events, or publications, in force are of: as
/// SearchEngine::days_of(). @throws as ClusterFacets.
[[nodiscard]] std::optional<DateInterval> cluster_days_of(ClusterView& view, FilterKind kind);

}  // namespace dateline
