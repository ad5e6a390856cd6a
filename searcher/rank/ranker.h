// In which order documents come.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index/bitmap.h"
#include "index/snapshot.h"
#include "searcher/match/condition.h"
#include "searcher/match/posting_lists.h"
#include "searcher/match/stop_words.h"
#include "searcher/query/request.h"
#include "searcher/rank/rank_explanation.h"
#include "searcher/rank/ranking_query.h"
#include "searcher/rank/weighting.h"

namespace dateline {

/// A document and its score.
struct Ranked {
  Location location;
  double score = 0;
  double date_boost = 1;  ///< the part of it that is due to its days
};

/// An event whose days all lie in those asked for scores this share more than one that shares none
/// of its days with them; one that merely covers them ("the 1990s" for a day) gains next to
/// nothing. Small enough that no clear difference of relevance is turned round by it.
inline constexpr double kDateBoost = 0.1;
/// 1 + kDateBoost times the share of an event's days that lie in one of the ranges asked for, the
/// best of them. 1 when nothing is asked for.
[[nodiscard]] double date_boost(DayRange days, const std::vector<DayRange>& asked) noexcept;

/// What documents are ranked for.
struct RankingRequest {
  std::vector<DayRange> asked;  ///< days asked for: events that fit them well are boosted
  bool expand = false;          ///< with the words of the first hits (feedback.h)
  std::uint32_t offset = 0;     ///< documents passed over
  std::uint32_t limit = 10;     ///< documents wanted
};

/// Orders the documents that a matcher found. For one thread.
///
/// Which documents match is known before they are ranked, and exact counts have read their posting
/// lists whole: so scores are summed term by term from those lists, rather than by a second walk
/// through them that could skip. A score is BM25 over all segments together (weighting.h), for the
/// best of them more where neighbours of the query stand together (nearness.h), times date_boost.
class Ranker {
 public:
  /// `lists`: of each segment of `snapshot`. All must outlive it.
  Ranker(const Snapshot& snapshot, std::vector<PostingLists>& lists, const StopWords& stop_words,
         DocumentKind kind)
      : snapshot_(snapshot),
        stop_words_(stop_words),
        kind_(kind),
        weighting_(snapshot, lists, kind) {}

  /// The best documents of `matches` (one set a segment); equal scores in the order of the index.
  /// @return nullopt when the condition has no word that could rank.
  /// @throws IndexError for a damaged database.
  [[nodiscard]] std::optional<std::vector<Ranked>> by_relevance(const Condition& condition,
                                                                const RankingRequest& request,
                                                                const std::vector<Bitmap>& matches);

  /// The same by given words, without regard to their nearness.
  [[nodiscard]] std::vector<Ranked> by_words(const std::vector<RankingWord>& words,
                                             const std::vector<Bitmap>& matches,
                                             std::uint32_t limit);

  /// Why a document of `matches` has its score; nullopt as by_relevance(). Ranks all of them.
  [[nodiscard]] std::optional<RankExplanation> explain(const Condition& condition,
                                                       const RankingRequest& request,
                                                       const std::vector<Bitmap>& matches,
                                                       Location location);

  /// The same by date, newest first; ties in the order of the index. Documents without a date come
  /// last.
  [[nodiscard]] std::vector<Ranked> by_date(SortOrder order, const std::vector<Bitmap>& matches,
                                            std::uint32_t offset, std::uint32_t limit) const;

 private:
  // What a condition is ranked by.
  struct Plan {
    RankingQuery query;
    std::vector<WeighedWord> words;
  };

  [[nodiscard]] Plan plan(const Condition& condition, const RankingRequest& request,
                          const std::vector<Bitmap>& matches);
  [[nodiscard]] std::vector<Ranked> best(const Plan& plan, const std::vector<DayRange>& asked,
                                         const std::vector<Bitmap>& matches, std::size_t count);
  [[nodiscard]] std::vector<Ranked> best_by_words(const std::vector<WeighedWord>& words,
                                                  const std::vector<DayRange>& asked,
                                                  const std::vector<Bitmap>& matches,
                                                  std::size_t count);

  [[nodiscard]] ScorePart part_of(const WeighedWord& word, Location location);
  void add_lead(const std::vector<WeighedWord>& words, Location location, RankExplanation& result);
  void add_pairs(const std::vector<NearPair>& pairs, Location location, RankExplanation& result);

  const Snapshot& snapshot_;
  const StopWords& stop_words_;
  DocumentKind kind_;
  Weighting weighting_;
};

}  // namespace dateline
