// Shows answers: as text for people, as JSON for programs.
#pragma once

#include <string>

#include "presenter/text_style.h"
#include "searcher/query/request.h"

namespace dateline {

/// One line, without its end: what differs, and the query to search for instead.
[[nodiscard]] std::string suggestion_line(const Suggestion& suggestion);

/// Hits with their snippets, then the facets.
[[nodiscard]] std::string to_text(const SearchRequest& request, const SearchResult& result,
                                  const TextStyle& style);

/// How many values of a facet are shown in text, but for buckets, unless more are asked for.
inline constexpr std::uint32_t kValuesShown = 10;

/// "Countries", "Dates by month".
[[nodiscard]] std::string facet_title(Facet facet, Bucket bucket);

/// Facets alone, a value a line, with bars; regions as a tree.
[[nodiscard]] std::string facets_text(const SearchRequest& request, const SearchResult& result,
                                      const TextStyle& style);
/// One JSON object and a line end: as of search, without hits.
[[nodiscard]] std::string facets_json(const SearchRequest& request, const SearchResult& result);
/// A JSON object a line, one a value; and the same as comma-separated values. Grammar: docs/output.md.
[[nodiscard]] std::string facets_json_lines(const SearchRequest& request,
                                            const SearchResult& result);
[[nodiscard]] std::string facets_csv(const SearchRequest& request, const SearchResult& result);

/// A JSON object a line, one a hit, with the whole text of events.
[[nodiscard]] std::string hits_json_lines(const std::vector<Hit>& hits);

/// One JSON object and a line end; its grammar is in docs/output.md.
[[nodiscard]] std::string to_json(const SearchRequest& request, const SearchResult& result);

}  // namespace dateline
