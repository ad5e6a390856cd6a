// The words and pairs of a query that carry weight.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "index/snapshot.h"
#include "searcher/match/condition.h"

namespace dateline {

/// One thing that a document's score is made of: a word, the words of a prefix, or a word or phrase
/// that means the same as one that was typed.
struct RankingWord {
  enum class Origin : std::uint8_t {
    typed,
    prefix,   ///< any of `terms` counts; they are one word
    variant,  ///< not typed: all of `terms` must be there, and the rarest counts
    feedback  ///< not typed: found in the first hits
  };

  Origin origin = Origin::typed;
  std::vector<std::string> terms;
  std::vector<std::string> stands_for;  ///< variants: the terms that were typed
  std::string label;                    ///< as typed, for people
  double factor = 1;                    ///< how often it was typed; less for what was not
  std::vector<LongerName> longer = {};  ///< variants: what they may be a piece of
};

/// Two words that stand side by side in the query.
struct NearPair {
  std::string first;
  std::string second;
  double times = 1;  ///< how often

  friend bool operator==(const NearPair&, const NearPair&) = default;
};

struct RankingQuery {
  std::vector<RankingWord> words;  ///< no two typed ones alike
  std::vector<NearPair> pairs;     ///< no two alike
};

/// What a word that was not typed weighs beside the one it stands for.
inline constexpr double kVariantFactor = 0.5;
/// The same, of a word in another part of speech.
inline constexpr double kFamilyFactor = 0.2;

/// Words carry weight wherever they stand in a condition, unless they are excluded, or the
/// documents of `kind` do not hold them themselves: an author's name, and of events the title and
/// heading of their article.
[[nodiscard]] RankingQuery ranking_query(const Condition& condition, const Snapshot& snapshot,
                                         DocumentKind kind);
/// The same of any engine. @param prefix_terms gives the terms that a prefix stands for
[[nodiscard]] RankingQuery ranking_query(
    const Condition& condition,
    const std::function<std::vector<std::string>(const std::string& prefix)>& prefix_terms,
    DocumentKind kind);

/// The terms that a prefix stands for, over all segments; sorted. The expansions are looked up
/// among words, not stems.
[[nodiscard]] std::vector<std::string> prefix_terms(const Snapshot& snapshot,
                                                    std::string_view prefix);

}  // namespace dateline
