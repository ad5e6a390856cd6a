// Which countries meet in a query's events, and when.
#pragma once

#include "searcher/answers/pair_table.h"
#include "searcher/matches.h"
#include "searcher/searcher.h"

namespace dateline {

/// @throws as Searcher::search().
[[nodiscard]] PairTable make_pairs(const Searcher& searcher, const PairsRequest& request);
/// The same of events that have been matched already, whatever `request.search` says.
/// @throws IndexError (missing) when the index is damaged.
[[nodiscard]] PairTable make_pairs(const Matches& matches, const PairsRequest& request);

}  // namespace dateline
