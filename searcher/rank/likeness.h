// Which documents are like a given one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "index/bitmap.h"
#include "index/snapshot.h"
#include "language/words/analyzer.h"
#include "searcher/match/posting_lists.h"
#include "searcher/match/stop_words.h"
#include "searcher/rank/ranker.h"
#include "searcher/rank/weighting.h"

namespace dateline {

/// A document is known by at most this many of its words.
inline constexpr std::size_t kLikenessWords = 25;
/// What is like it holds at least this share of their weight, so that one common word does not make
/// half of an archive alike; and two words at least, unless it has only one.
inline constexpr double kLikenessShare = 0.15;
/// Among so many of the hits, retellings of an event come first.
inline constexpr std::size_t kRetellingDepth = 100;

/// Finds what is like a document among the documents of one kind. For one thread.
class Likeness {
 public:
  /// `lists`: of each segment of `snapshot`. Both must outlive it.
  Likeness(const Snapshot& snapshot, std::vector<PostingLists>& lists, DocumentKind searched)
      : snapshot_(snapshot),
        lists_(lists),
        searched_(searched),
        weighting_(snapshot, lists, searched) {}

  /// The words that tell a document from others, best first: each weighs its inverse document
  /// frequency times 1 + ln tf, which is also its factor, for the tf times that it stands in the
  /// text. Between the saturation of BM25, by which in a small archive whatever one other article
  /// says beats the subject, and plain tf, by which the subject's name alone decides. Left out are
  /// stop words, numbers, single letters, words of dates, and words that no other document has.
  [[nodiscard]] std::vector<RankingWord> words_of(const DocumentRef& document, Analyzer& analyzer,
                                                  const StopWords& stop_words) const;

  /// The documents that hold enough of the words (kLikenessShare), one set a segment. Linear in the
  /// words' posting lists.
  [[nodiscard]] std::vector<Bitmap> alike(const std::vector<RankingWord>& words);

 private:
  [[nodiscard]] std::uint64_t document_frequency(const std::string& term) const;

  const Snapshot& snapshot_;
  std::vector<PostingLists>& lists_;
  DocumentKind searched_;
  Weighting weighting_;
};

/// Moves those of the first kRetellingDepth events that tell the same as `event` (fold.h) to the
/// front; else the order stays.
void put_retellings_first(const Snapshot& snapshot, Location event, std::vector<Ranked>& ranked);

}  // namespace dateline
