// The inside of Matches, for the searcher and the answers that are made above it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index/snapshot.h"
#include "searcher/answer.h"
#include "searcher/engine.h"
#include "searcher/explain/explanation.h"
#include "searcher/hit/proof.h"
#include "searcher/hit_order.h"
#include "searcher/match/match_set.h"
#include "searcher/match/searchable_index.h"
#include "searcher/query/count_form.h"
#include "searcher/query/request.h"
#include "searcher/request_matcher.h"

namespace dateline {

/// A request, and what matches it in an index. What reads the index @throws IndexError when it
/// is damaged.
class MatchState : public MatchReader {
 public:
  /// Matches. `index` and `matcher` must outlive it.
  MatchState(SearchableIndex& index, const RequestMatcher& matcher, const SearchRequest& request);

  [[nodiscard]] const Snapshot& snapshot() const noexcept { return index_.snapshot; }
  [[nodiscard]] const MatchSet& matches() const noexcept { return matched_.matches; }

  /// Whether a pair of a state and its own predecessor is asked for.
  [[nodiscard]] bool asks_for_predecessor_pair() const;
  std::uint64_t total() const noexcept override { return matched_.matches.total; }
  const std::vector<std::string>& notices() const noexcept override { return matched_.notices; }
  FacetCounts count(Facet facet) const override {
    return count(facet, {request_.date_bucket, request_.facet_limit, request_.facet_match});
  }
  FacetCounts count(Facet facet, const CountForm& how) const override;
  SearchResult summary() const override;
  std::size_t hit_count() const override { return page().hits.size(); }
  std::vector<Hit> hits(std::size_t first, std::size_t count) const override;
  std::vector<Proof> prove(Facet facet, const QueryNode& value) const override;

  /// Everything of a matching document but its score, with a snippet for the request.
  [[nodiscard]] Hit read(Location location) const;
  /// Why a document in force, of the request's kind, matches or not, and ranks where it does. Ranks
  /// all that match.
  [[nodiscard]] Explanation explain(const DocumentRef& document) const;

 private:
  [[nodiscard]] std::optional<DayRange> days_counted(Facet facet,
                                                     const std::vector<Bitmap>& sets) const;
  /// The hits that a request wants, in order.
  struct Page {
    std::vector<Ranked> hits;
    std::vector<std::vector<Location>> same;  ///< of each hit, when folded: the others that tell it
    std::optional<std::uint64_t> different;   ///< when folded: how many hits all pages have
  };
  [[nodiscard]] const Page& page() const;
  [[nodiscard]] Page folded_page() const;
  [[nodiscard]] Hit hit_at(const Page& page, std::size_t i) const;
  [[nodiscard]] Hit hit_of(const Ranked& ranked) const;
  [[nodiscard]] Retelling retelling(Location event) const;
  [[nodiscard]] bool is_author(const std::string& name) const;
  void add_order_notices(std::vector<std::string>& notices) const;

  SearchableIndex& index_;
  const RequestMatcher& matcher_;
  SearchRequest request_;
  MatchedRequest matched_;
  HitOrder order_;                    // refers to both
  mutable std::optional<Page> page_;  // when it was first asked for
};

}  // namespace dateline
