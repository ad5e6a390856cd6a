// What a request asks for, and which documents match it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/bitmap.h"
#include "index/snapshot.h"
#include "searcher/hit/snippet.h"
#include "searcher/match/condition.h"
#include "searcher/match/left_out_word.h"
#include "searcher/match/loosening.h"
#include "searcher/match/match_set.h"
#include "searcher/match/matcher.h"
#include "searcher/match/searchable_index.h"
#include "searcher/query/request.h"
#include "searcher/rank/likeness.h"

namespace dateline {

/// A selection after analysis; without a condition when nothing of it was left.
struct SelectedCondition {
  Facet facet;
  std::optional<Condition> condition;
};

/// The document that others are to be like, and the words it is known by.
struct Model {
  DocumentRef document;
  std::vector<RankingWord> words;
};

/// A request as it was understood, and what matches it. A value: whatever is matched after it
/// leaves it as it is.
struct MatchedRequest {
  /// The query; nullopt when it asks for nothing, or for what its model is like.
  std::optional<Condition> condition;
  std::vector<SelectedCondition> selections;
  std::optional<Model> model;
  std::vector<LeftOutWord> left_out;              ///< words of the query that are not searched for
  std::vector<std::string> notices;               ///< what a user should know
  std::vector<std::string> given_up;              ///< when loosened: words as they were typed
  bool is_loosened = false;                       ///< not all words are asked for any more
  std::vector<Bitmap> by_query;                   ///< what the query alone matches, a set a segment
  std::vector<std::vector<Bitmap>> by_selection;  ///< what each selection alone matches
  MatchSet matches;                               ///< what all of the request matches
  std::vector<SnippetTarget> targets;             ///< what snippets should show, a segment each

  /// What matches without regard to the selections of one facet, one set a segment.
  [[nodiscard]] std::vector<Bitmap> matches_without(Facet facet) const;
  /// The days that the query and the selections ask for, by conditions of a kind.
  [[nodiscard]] std::vector<DayRange> asked_days(FilterKind kind) const;
};

/// Understands requests and finds what matches them, in all segments. For one thread.
class RequestMatcher {
 public:
  /// `index` must outlive it.
  explicit RequestMatcher(SearchableIndex& index);
  RequestMatcher(RequestMatcher&&) = delete;

  /// When words that stand side by side are not all found together, some are given up (loosening.h;
  /// below OR, any of them will do), unless the request says otherwise.
  /// @throws IndexError for a damaged database.
  [[nodiscard]] MatchedRequest match(const SearchRequest& request) const;
  /// Whether one condition holds for one document that is in force. @throws as match().
  [[nodiscard]] bool holds(const Condition& condition, const DocumentRef& document) const;

 private:
  [[nodiscard]] bool has_term(const std::string& term) const;
  [[nodiscard]] MatchedRequest match_words(const SearchRequest& request) const;
  void analyze(const SearchRequest& request, MatchedRequest& matched) const;
  void split_compounds(const SearchRequest& request, MatchedRequest& matched) const;
  void find_model(const SearchRequest& request, MatchedRequest& matched) const;
  [[nodiscard]] std::vector<Bitmap> without_words(const MatchedRequest& matched) const;
  [[nodiscard]] std::vector<WordPart> parts_to_give_up(const MatchedRequest& matched,
                                                       bool has_read_names) const;
  void loosen_query(const SearchRequest& request, MatchedRequest& matched) const;
  void match_query(const SearchRequest& request, MatchedRequest& matched) const;
  void match_selections(MatchedRequest& matched) const;
  void match_model(MatchedRequest& matched) const;
  void make_targets(MatchedRequest& matched) const;

  SearchableIndex& index_;
  mutable std::vector<Matcher> matchers_;  // of each segment; they keep nothing of a request
};

}  // namespace dateline
