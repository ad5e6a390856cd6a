// What a query may mean besides what it says.
#pragma once

#include <optional>

#include "language/dates/date_finder.h"
#include "searcher/matches.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"

namespace dateline {

/// What a request matches as it was understood, and the answer without its hits: these are read from
/// the matches, piece by piece.
struct UnderstoodMatches {
  Matches matches;
  SearchResult summary;
};

/// Searches, and suggests what else was perhaps meant: a date among the words (date_suggestion.h),
/// another spelling of a word (spelling.h), the relation of a pair
/// (relation_suggestion.h). Nothing of it is applied silently. Only when nothing is
/// found at all, words that no document has give way to those nearest to them, and a notice says
/// so. For one thread.
class Understanding {
 public:
  /// `searcher` must outlive it. The date finder is built when it is first needed.
  explicit Understanding(const Searcher& searcher) : searcher_(searcher) {}
  Understanding(Understanding&&) = delete;

  /// As Searcher::search(), with suggestions. @throws as it does.
  [[nodiscard]] SearchResult search(const SearchRequest& request);
  /// The same with the hits left to be read. The searcher must outlive it. @throws as search().
  [[nodiscard]] UnderstoodMatches match(const SearchRequest& request);

 private:
  [[nodiscard]] std::optional<Suggestion> date_of(const SearchRequest& request);

  const Searcher& searcher_;
  std::optional<DateFinder> dates_;
};

}  // namespace dateline
