// Two countries that a query names among its words: "what happened between Russia and Japan".
#pragma once

#include <optional>

#include "language/countries/country_finder.h"
#include "searcher/match/stop_words.h"
#include "searcher/query/query.h"
#include "searcher/suggest/bare_words.h"

namespace dateline {

/// Looks for countries in the bare words at the top of a query, with the finder that reads
/// articles, so that names, demonyms, capitals and "Sino-" mean the same in both; words without
/// any capital are read as if they had them. The small words of a question go, too, and those that
/// join the countries ("between", "and"). Linear in the query.
/// @return nullopt unless they are two, each said alone, or when the query has a filter of
/// countries or pairs anywhere.
[[nodiscard]] std::optional<NamedFilters> suggest_pair(const QueryNode& root,
                                                       const CountryFinder& finder,
                                                       const StopWords& stop_words);

}  // namespace dateline
