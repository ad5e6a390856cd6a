// What a query may mean besides what it says.
#pragma once

#include <optional>

#include "language/dates/date_finder.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"

namespace dateline {

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

 private:
  [[nodiscard]] std::optional<Suggestion> date_of(const SearchRequest& request);

  const Searcher& searcher_;
  std::optional<DateFinder> dates_;
};

}  // namespace dateline
