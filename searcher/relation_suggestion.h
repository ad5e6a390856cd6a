// A pair of countries that a query asks for, where the chronologies about the two tell more.
#pragma once

#include <cstdint>
#include <optional>

#include "searcher/answer.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"

namespace dateline {

/// The same query with `relation:` for each `pair:`, where that finds more events than `found`.
/// Matches once more, and only where the query has a pair and asks for events.
/// @return nullopt otherwise. @throws as Searcher::search().
[[nodiscard]] std::optional<Suggestion> suggest_relation(const Searcher& searcher,
                                                         const SearchRequest& request,
                                                         std::uint64_t found);

}  // namespace dateline
