// Presents the hits of a search.
#pragma once

#include <cstdint>
#include <string>

#include "presenter/formats.h"
#include "searcher/answer.h"
#include "searcher/query/request.h"

namespace dateline {

/// What was asked, and what was found. Both must outlive it.
struct SearchAnswer {
  const SearchRequest& request;
  const SearchResult& result;
  bool all_facets = false;  ///< text: the counts at length; else a line for each, and six at most
};

/// How many values of a facet text shows, unless more are asked for. All buckets are shown.
inline constexpr std::uint32_t kValuesShown = 10;

/// Hits with their snippets, then the facets. Notices and suggestions are told beside it.
[[nodiscard]] std::string to_text(const SearchAnswer& answer, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const SearchAnswer& answer);
/// A JSON object a line, one a hit, with the whole text of events.
[[nodiscard]] std::string to_json_lines(const SearchAnswer& answer);
/// A header, and a record a hit.
[[nodiscard]] std::string to_csv(const SearchAnswer& answer);

/// One line, without its end: what differs, and the query to search for instead.
[[nodiscard]] std::string suggestion_line(const Suggestion& suggestion);

template <>
std::span<const Writer<SearchAnswer>> writers_of() noexcept;

}  // namespace dateline
