// What a query may mean besides what it says.
#pragma once

#include <cstdint>
#include <optional>

#include "searcher/matches.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"
#include "searcher/suggest/reading.h"

namespace dateline {

/// What a request matches as it was understood, and the answer without its hits: these are read from
/// the matches, piece by piece.
struct UnderstoodMatches {
  Matches matches;
  SearchResult summary;
};

/// Searches, and suggests what else was perhaps meant: a date, two countries or a person among the
/// words (reading.h), a country in another language (country_suggestion.h), another spelling of a
/// word (spelling.h), the relation of a pair (relation_suggestion.h). Nothing of it is applied
/// silently. Only when not all words are found together, words that no document has give way to
/// those nearest to them that are found with the others, and a notice says so. When nothing is found
/// at all, notices say what would be (advice.h).
/// For one thread.
class Understanding {
 public:
  /// `searcher` must outlive it.
  explicit Understanding(const Searcher& searcher)
      : searcher_(searcher), reader_(searcher.language()) {}
  Understanding(Understanding&&) = delete;

  /// As Searcher::search(), with suggestions. @throws as it does.
  [[nodiscard]] SearchResult search(const SearchRequest& request);
  /// The same with the hits left to be read. The searcher must outlive it. @throws as search().
  [[nodiscard]] UnderstoodMatches match(const SearchRequest& request);

 private:
  [[nodiscard]] std::optional<Suggestion> reading_of(const SearchRequest& request,
                                                     const SearchResult& result);
  [[nodiscard]] std::optional<Suggestion> country_of(const SearchRequest& request,
                                                     const SearchResult& result) const;
  [[nodiscard]] std::uint64_t total_of(const SearchRequest& request, const QueryNode& root) const;
  [[nodiscard]] std::optional<UnderstoodMatches> respelled(const SearchRequest& request,
                                                           const Respelling& spelling) const;

  const Searcher& searcher_;
  QueryReader reader_;
};

}  // namespace dateline
