// How alike the words of two events are.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/snapshot.h"
#include "searcher/fold/fold_words.h"

namespace dateline {

/// The words of an event as a set.
struct FoldText {
  std::vector<std::uint32_t> terms;  ///< sorted, each once; numbers of a FoldSimilarity
  FoldClasses classes = 0;           ///< denial, cancellation
  double weight = -1;                ///< sum of the terms'; below 0: not yet summed up
};

/// Two texts share at least so many terms, or are not alike: three, or all that one of them has.
[[nodiscard]] std::size_t fewest_shared(const FoldText& a, const FoldText& b) noexcept;

/// Compares events by their words. The similarity is Jaccard's: the weight of the terms that both
/// have, over the weight of those that either has, a term t weighing
///   log(1 + (N + kPrior) / (1 + n_t)),
/// where N is the number of events in the index and n_t of those with t. Rare words (names, mostly)
/// say more than `minister` or the name of a war that every entry begins with. kPrior keeps the
/// weights of a small index from resting on chance. Terms of kFoldStop do not count.
///
/// 0 when the texts share fewer terms than fewest_shared(), or none, or when just one has a word of
/// denial or of cancellation.
///
/// Numbers terms alike across segments; looks a term's frequency up when it is first needed, so
/// that most pairs, which share little, cost no look-up. For one thread.
class FoldSimilarity {
 public:
  static constexpr double kPrior = 1000;

  /// `snapshot` must outlive it.
  explicit FoldSimilarity(const Snapshot& snapshot);

  /// The words of an event. Requires an event of the snapshot.
  [[nodiscard]] FoldText read(Location event);

  /// 0 to 1. Keeps sums of weights in `a` and `b`. Linear in their terms.
  [[nodiscard]] double compare(FoldText& a, FoldText& b);

 private:
  struct SegmentTerms {
    std::vector<FoldClasses> classes;    // empty: segment not seen yet
    std::vector<std::uint32_t> numbers;  // of its terms; kUnseen
  };

  [[nodiscard]] std::uint32_t number_of(std::uint32_t segment, std::uint32_t term);
  [[nodiscard]] double weight(std::uint32_t number);
  [[nodiscard]] double weight_of(FoldText& text);

  const Snapshot& snapshot_;
  std::vector<SegmentTerms> segments_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // keys live in the snapshot
  std::vector<std::string_view> texts_;                          // by number
  std::vector<double> weights_;        // by number; below 0: not yet known
  std::vector<std::uint32_t> shared_;  // of the pair being compared; kept for its memory
};

}  // namespace dateline
