// In which order documents come.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "index/bitmap.h"
#include "index/snapshot.h"
#include "searcher/condition.h"
#include "searcher/posting_lists.h"
#include "searcher/search.h"

namespace dateline {

/// A document and its score.
struct Ranked {
  Location location;
  double score = 0;
  double date_boost = 1;  ///< the part of it that is due to its days
};

/// BM25's parameters. Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework"
/// (2009), whose usual values these are. A document shorter than kBm25MinNormLength times the
/// average counts as of that length, as in Xapian's own scheme.
inline constexpr double kBm25K1 = 1.2;
inline constexpr double kBm25B = 0.75;
inline constexpr double kBm25MinNormLength = 0.5;

/// An event whose days all lie in those asked for scores this share more than one that shares none
/// of its days with them; one that merely covers them ("the 1990s" for a day) gains next to nothing.
/// Small enough that no clear difference of relevance is turned round by it.
inline constexpr double kDateBoost = 0.1;
/// 1 + kDateBoost times the share of an event's days that lie in one of the ranges asked for, the
/// best of them. 1 when nothing is asked for.
[[nodiscard]] double date_boost(DayRange days, const std::vector<DayRange>& asked) noexcept;

/// Orders the documents that a matcher found. For one thread.
///
/// Which documents match is known before they are ranked, and exact counts have read their posting
/// lists whole: so scores are summed term by term from those lists, rather than by a second walk
/// through them that could skip.
class Ranker {
 public:
  /// `lists`: of each segment of `snapshot`. Both must outlive it.
  Ranker(const Snapshot& snapshot, std::vector<PostingLists>& lists, DatabaseKind kind)
      : snapshot_(snapshot), lists_(lists), kind_(kind) {}

  /// The best `limit` documents of `matches` (one set a segment) after the first `offset`, by BM25
  /// over all segments together; equal scores in the order of the index. Words carry weight
  /// wherever they stand in the query, but for what is excluded; a prefix weighs as one word that
  /// stands for all its expansions. Events are boosted by how well their days fit those `asked` for.
  /// @return nullopt when the condition has no word that could rank.
  /// @throws Xapian::Error for a damaged database.
  [[nodiscard]] std::optional<std::vector<Ranked>> by_relevance(const Condition& condition,
                                                                const std::vector<DayRange>& asked,
                                                                const std::vector<Bitmap>& matches,
                                                                std::uint32_t offset,
                                                                std::uint32_t limit);

  /// The same by date, newest first; ties in the order of the index. Documents without a date come
  /// last.
  [[nodiscard]] std::vector<Ranked> by_date(SortOrder order, const std::vector<Bitmap>& matches,
                                            std::uint32_t offset, std::uint32_t limit) const;

 private:
  /// What counts as one word: a term, or those of a prefix.
  struct Word {
    std::vector<std::string> terms;
    double weight = 0;  ///< its inverse document frequency
  };

  [[nodiscard]] std::vector<Word> words(const Condition& condition) const;
  [[nodiscard]] std::vector<std::string> expansions(const Condition& condition) const;
  [[nodiscard]] double inverse_document_frequency(const Word& word) const;
  [[nodiscard]] double average_length() const;
  void score(const std::vector<Word>& words, std::uint32_t segment, double average_length,
             std::vector<float>& scores);

  const Snapshot& snapshot_;
  std::vector<PostingLists>& lists_;
  DatabaseKind kind_;
};

}  // namespace dateline
