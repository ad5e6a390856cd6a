// Whether words that stand side by side in the query do so in a document.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/snapshot.h"
#include "searcher/rank/ranking_query.h"
#include "searcher/rank/weighting.h"

namespace dateline {

/// Two neighbours of the query, side by side and in order in a document, count as a word of the
/// mean of their inverse document frequencies. In a long query there are many such pairs, and each
/// counts less: by the root of their number. After the sequential dependence model of Metzler and
/// Croft, "A Markov random field model for term dependencies" (2005); their other part, words
/// within a window, gained nothing beside it (docs/evaluation.md).
inline constexpr double kNearWeight = 1.0;

/// The best this many documents by their words alone are looked at for pairs: a fixed number, so
/// that pages do not depend on their size.
inline constexpr std::size_t kNearDepth = 100;

/// Reads the token streams of single documents for the pairs of one query. For one thread.
class Nearness {
 public:
  /// `snapshot` and `weighting` must outlive it.
  Nearness(const Snapshot& snapshot, const Weighting& weighting, DocumentKind kind,
           const std::vector<NearPair>& pairs);

  /// A pair of the query in a document.
  struct Found {
    std::size_t pair = 0;  ///< index into the pairs
    std::uint32_t frequency = 0;
    double part = 0;  ///< of the score
  };
  /// Only pairs that occur. Linear in the document's tokens.
  [[nodiscard]] std::vector<Found> find(Location location);
  /// The sum of their parts.
  [[nodiscard]] double score(Location location);

 private:
  void enter(std::uint32_t segment);
  void count(Location location);

  const Snapshot& snapshot_;
  const Weighting& weighting_;
  DocumentKind kind_;
  const std::vector<NearPair>& pairs_;
  std::vector<double> weights_;
  std::uint32_t segment_ = 0;
  bool has_entered_ = false;
  std::unordered_map<std::uint64_t, std::size_t> by_numbers_;  // both terms' numbers → pair
  std::uint64_t firsts_ = 0;  // a bit for the low bits of each first term: most tokens are none
  std::vector<std::uint32_t> counts_;
};

}  // namespace dateline
