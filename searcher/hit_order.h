// In which order the hits of a request come.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index/snapshot.h"
#include "searcher/match/searchable_index.h"
#include "searcher/query/request.h"
#include "searcher/rank/ranker.h"
#include "searcher/request_matcher.h"

namespace dateline {

/// Orders what matches a request. For one thread.
class HitOrder {
 public:
  /// All must outlive it; `matched` is what matches `request` in `index`.
  HitOrder(SearchableIndex& index, const SearchRequest& request, const MatchedRequest& matched)
      : index_(index), request_(request), matched_(matched) {}

  /// `limit` hits after the first `offset`, those of the request set aside: by relevance to the
  /// query or the model, where that is asked for and there are words to rank by; else by date.
  /// Pages of any size join to the same order.
  [[nodiscard]] std::vector<Ranked> hits(std::uint32_t offset, std::uint32_t limit) const;
  /// All of them.
  [[nodiscard]] std::vector<Ranked> all() const;
  /// Why a hit has its score; nullopt when nothing ranks by a query's words.
  [[nodiscard]] std::optional<RankExplanation> explain(Location location) const;
  /// What a user should know of the order: prefixes that do not rank, the words of a model.
  [[nodiscard]] std::vector<std::string> notices() const;

 private:
  [[nodiscard]] std::vector<Ranked> like_model(Ranker& ranker, std::uint32_t offset,
                                               std::uint32_t limit) const;
  [[nodiscard]] bool ranks_by_query() const noexcept;
  [[nodiscard]] Ranker ranker() const;

  SearchableIndex& index_;
  const SearchRequest& request_;
  const MatchedRequest& matched_;
};

}  // namespace dateline
