// The parts of a search's answer in text and JSON: what stands before the hits, a hit, what stands
// behind them. Joined they are what to_text() and to_json() give.
#pragma once

#include <cstddef>
#include <string>

#include "presenter/text_style.h"
#include "searcher/answer.h"
#include "searcher/query/request.h"

namespace dateline {

/// How many there are. @param shown how many hits follow.
[[nodiscard]] std::string search_head_text(const SearchRequest& request, const SearchResult& result,
                                           std::size_t shown);
/// A hit with its number, from 1.
[[nodiscard]] std::string hit_text(std::size_t number, const Hit& hit, const TextStyle& style);
/// The facets, a line each and six at most, or at length; empty when there is nothing to count.
[[nodiscard]] std::string search_facets_text(const SearchRequest& request,
                                             const SearchResult& result, bool at_length,
                                             const TextStyle& style);

/// The object up to the bracket that opens the list of hits.
[[nodiscard]] std::string json_before_hits(const SearchRequest& request,
                                           const SearchResult& result);
/// A member of that list, with the comma that parts it from the one before.
[[nodiscard]] std::string json_of_hit(const Hit& hit, bool is_first);
/// The rest, from the bracket that closes the list.
[[nodiscard]] std::string json_after_hits(const SearchRequest& request, const SearchResult& result,
                                          bool has_hits);

}  // namespace dateline
