// Which documents of an index match a request.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/bitmap.h"
#include "index/snapshot.h"
#include "searcher/hit/snippet.h"
#include "searcher/match/condition.h"
#include "searcher/match/match_set.h"
#include "searcher/match/matcher.h"
#include "searcher/match/searchable_index.h"
#include "searcher/query/request.h"
#include "searcher/rank/likeness.h"
#include "searcher/request_reader.h"

namespace dateline {

/// The document that others are to be like, and the words it is known by.
struct Model {
  DocumentRef document;
  std::vector<RankingWord> words;
};

/// A request as it was understood, and what matches it. A value: whatever is matched after it
/// leaves it as it is.
struct MatchedRequest : ReadRequest {
  std::optional<Model> model;
  std::vector<Bitmap> by_query;                   ///< what the query alone matches, a set a segment
  std::vector<std::vector<Bitmap>> by_selection;  ///< what each selection alone matches
  MatchSet matches;                               ///< what all of the request matches
  std::vector<SnippetTarget> targets;             ///< what snippets should show, a segment each

  /// What matches without regard to the selections of one facet, one set a segment.
  [[nodiscard]] std::vector<Bitmap> matches_without(Facet facet) const;
};

/// Understands requests and finds what matches them, in all segments. For one thread.
class RequestMatcher {
 public:
  /// `index` must outlive it.
  explicit RequestMatcher(SearchableIndex& index);
  RequestMatcher(RequestMatcher&&) = delete;

  /// As RequestReader understands it. @throws IndexError for a damaged database.
  [[nodiscard]] MatchedRequest match(const SearchRequest& request) const;
  /// Whether one condition holds for one document that is in force. @throws as match().
  [[nodiscard]] bool holds(const Condition& condition, const DocumentRef& document) const;

 private:
  class Work;

  void make_targets(MatchedRequest& matched) const;

  SearchableIndex& index_;
  mutable std::vector<Matcher> matchers_;  // of each segment; they keep nothing of a request
};

}  // namespace dateline
