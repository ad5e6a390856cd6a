// Who acts in a query's events, and with whom.
#pragma once

#include "searcher/answers/person_tallies.h"
#include "searcher/searcher.h"

namespace dateline {

/// @throws as Searcher::search(). Cost: linear in the mentions of the articles of the events.
[[nodiscard]] PersonTable make_persons(const Searcher& searcher, const PersonsRequest& request);

}  // namespace dateline
