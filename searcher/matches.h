// What matches a request.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "searcher/answer.h"
#include "searcher/hit/proof.h"
#include "searcher/query/count_form.h"
#include "searcher/query/facet.h"
#include "searcher/query/query.h"

namespace dateline {

class MatchReader;
class MatchState;

/// What matches one request: counts it, and reads it hit by hit. Several may stand side by side.
/// The Searcher that made it must outlive it (the Searcher may be moved), and both belong to one
/// thread.
class Matches {
 public:
  explicit Matches(std::unique_ptr<MatchReader> reader);
  ~Matches();
  Matches(Matches&&) noexcept;
  Matches& operator=(Matches&&) noexcept;

  /// How many documents match, exactly.
  [[nodiscard]] std::uint64_t total() const noexcept;
  /// What a user should know: the query was loosened.
  [[nodiscard]] const std::vector<std::string>& notices() const noexcept;
  /// Counts a facet as the request wants it (buckets, how many values, which); the selections of
  /// that facet are left out. @throws IndexError (missing) when the index is damaged.
  [[nodiscard]] FacetCounts count(Facet facet) const;
  /// The same as `how` wants it, whatever the request says. @throws as the other.
  [[nodiscard]] FacetCounts count(Facet facet, const CountForm& how) const;
  /// The answer: the page of hits that the request wants, in its order, and its facets.
  /// @throws as count().
  [[nodiscard]] SearchResult answer() const;
  /// The same without its hits: the total, the notices, the facets. @throws as count().
  [[nodiscard]] SearchResult summary() const;
  /// How many hits the page has that the request wants.
  [[nodiscard]] std::size_t hit_count() const;
  /// Hits of that page, as answer() has them: those from `first` on, at most `count`. Read so, a
  /// page needs no more memory than its places in the index and the hits that are looked at.
  /// @throws as count().
  [[nodiscard]] std::vector<Hit> hits(std::size_t first, std::size_t count) const;
  /// The places that put a value into a facet, of each hit of the same page.
  /// @param value as a condition: a QueryNode of the facet's own kind. @throws as count().
  [[nodiscard]] std::vector<Proof> prove(Facet facet, const QueryNode& value) const;

  /// The inside, for the searcher itself (match_state.h). Valid as long as this object. Requires an
  /// index on this machine.
  [[nodiscard]] const MatchState& state() const;
  /// The same of any engine (engine.h).
  [[nodiscard]] const MatchReader& reader() const noexcept { return *reader_; }

 private:
  std::unique_ptr<MatchReader> reader_;
};

}  // namespace dateline
