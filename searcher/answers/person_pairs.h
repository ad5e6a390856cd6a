// Who is in one event with whom.
#pragma once

#include "searcher/answers/person_meetings.h"
#include "searcher/searcher.h"

namespace dateline {

/// @throws as Searcher::search().
[[nodiscard]] PersonPairTable make_person_pairs(const Searcher& searcher,
                                                const PersonPairsRequest& request);

}  // namespace dateline
