// Which words of the query an untitled article begins with.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "index/snapshot.h"
#include "searcher/rank/weighting.h"

namespace dateline {

/// An article that has no title says at its beginning what it is about, as news do: each word of
/// the query among its first kLeadWords counts once more, with kLeadWeight of its inverse document
/// frequency, divided by the root of the number of the query's words. Articles with a title have
/// its weight instead (docs/evaluation.md).
inline constexpr std::uint32_t kLeadWords = 30;
inline constexpr double kLeadWeight = 3;

/// Reads the first tokens of single articles for the words of one query. For one thread.
class Lead {
 public:
  /// `snapshot` must outlive it.
  Lead(const Snapshot& snapshot, const std::vector<WeighedWord>& words);

  /// A word of the query at the beginning of an article.
  struct Found {
    std::string term;
    double part = 0;  ///< of the score
  };
  /// None for articles with a title. Reads kLeadWords tokens.
  [[nodiscard]] std::vector<Found> find(Location article);
  /// The sum of their parts.
  [[nodiscard]] double score(Location article);

 private:
  struct Word {
    std::string term;
    double weight;
  };
  void enter(std::uint32_t segment);
  void look(Location article);

  const Snapshot& snapshot_;
  std::vector<Word> words_;
  std::uint32_t segment_ = 0;
  bool has_entered_ = false;
  std::vector<std::pair<std::uint32_t, std::size_t>> by_number_;  // a term's number → word, sorted
  std::vector<bool> stands_;                                      // by word
};

}  // namespace dateline
