// Persons that a query names among its words: "what did Igor Ivanov say in Tokyo".
#pragma once

#include <cstddef>
#include <optional>

#include "searcher/match/stop_words.h"
#include "searcher/query/query.h"
#include "searcher/suggest/bare_words.h"

namespace dateline {

/// So many persons of a query are looked for.
inline constexpr std::size_t kMostPersons = 4;

/// Looks among the bare words at the top of a query for persons whom the table of office-holders
/// (language/persons/office_holders.h) knows: by a name in full, in any case, or by a surname with a
/// capital that is no country. The longest name counts. The small words of a question go, too. At
/// most kMostPersons names. Linear in the query.
/// @return nullopt when there is none, or the query has a filter of persons anywhere.
[[nodiscard]] std::optional<NamedFilters> suggest_persons(const QueryNode& root,
                                                          const StopWords& stop_words);

}  // namespace dateline
