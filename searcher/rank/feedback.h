// Words that the first hits of a query suggest for it.
#pragma once

#include <vector>

#include "index/snapshot.h"
#include "searcher/match/stop_words.h"
#include "searcher/rank/ranking_query.h"
#include "searcher/rank/weighting.h"

namespace dateline {

/// Pseudo-relevance feedback after RM3 (Abdul-Jaleel and others, "UMass at TREC 2004: Novelty and
/// HARD"): the words of the first kFeedbackDocuments hits, by how much of each hit's text they are
/// and by how well it scored (to the power of kFeedbackSharpness, so that a hit that stands out
/// decides nearly alone), share kFeedbackShare of the weight, and the query keeps the rest.
///
/// It knows when to hold back: the share shrinks by how much of the query's weight the first hits
/// hold already, and with the query: kFeedbackFullWords words or more take it whole, and fewer as
/// much less, down to kFeedbackFewWords, which take none. A short, specific query that its first hits answer in full gains nothing from what
/// else these speak of (docs/evaluation.md).
inline constexpr std::size_t kFeedbackDocuments = 5;
inline constexpr std::size_t kFeedbackWords = 25;
inline constexpr double kFeedbackShare = 0.3;
inline constexpr double kFeedbackSharpness = 5;
inline constexpr double kFeedbackFewWords = 2;
inline constexpr double kFeedbackFullWords = 8;
/// A new word stands in two of the hits or more, and in at most this share of all documents.
inline constexpr double kFeedbackMaxShareOfDocuments = 0.1;

/// A hit that feedback learns from.
struct FeedbackHit {
  Location location;
  double score = 0;
};

/// The query's words and what its first hits add, best hits first; the factors' sum stays as it
/// was. Without hits, or when nothing is added, `words` as they are. Reads the hits' token streams.
[[nodiscard]] std::vector<RankingWord> with_feedback(const std::vector<WeighedWord>& words,
                                                     const std::vector<FeedbackHit>& hits,
                                                     Weighting& weighting,
                                                     const StopWords& stop_words);

}  // namespace dateline
