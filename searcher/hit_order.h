// In which order the hits of a request come.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index/snapshot.h"
#include "searcher/match/stop_words.h"
#include "searcher/query/request.h"
#include "searcher/rank/ranker.h"
#include "searcher/request_matcher.h"

namespace dateline {

/// Orders what a matcher has matched. For one thread.
class HitOrder {
 public:
  /// All must outlive it. `lists`: of each segment of `snapshot`.
  HitOrder(const Snapshot& snapshot, std::vector<PostingLists>& lists, const StopWords& stop_words,
           const RequestMatcher& matcher)
      : snapshot_(snapshot), lists_(lists), stop_words_(stop_words), matcher_(matcher) {}

  /// `limit` hits after the first `offset`, those of the request set aside: by relevance to the
  /// query or the model, where that is asked for and there are words to rank by; else by date.
  /// Pages of any size join to the same order.
  [[nodiscard]] std::vector<Ranked> hits(const SearchRequest& request, std::uint32_t offset,
                                         std::uint32_t limit) const;
  /// Why a hit has its score; nullopt when nothing ranks by a query's words.
  [[nodiscard]] std::optional<RankExplanation> explain(const SearchRequest& request,
                                                       Location location) const;
  /// What a user should know of the order: prefixes that do not rank, the words of a model.
  [[nodiscard]] std::vector<std::string> notices(const SearchRequest& request) const;

 private:
  [[nodiscard]] std::vector<Ranked> like_model(Ranker& ranker, std::uint32_t offset,
                                               std::uint32_t limit) const;
  [[nodiscard]] bool ranks_by_query(const SearchRequest& request) const noexcept;

  const Snapshot& snapshot_;
  std::vector<PostingLists>& lists_;
  const StopWords& stop_words_;
  const RequestMatcher& matcher_;
};

}  // namespace dateline
