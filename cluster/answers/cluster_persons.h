// Who acts in a cluster's events, and with whom.
#pragma once

#include "cluster/search/cluster_matches.h"
#include "searcher/answers/person_pairs.h"
#include "searcher/answers/persons.h"

namespace dateline {

/// As make_persons(): reads the persons and offices of all events that match.
/// @throws ClusterError, SearchStopped.
[[nodiscard]] PersonTable cluster_persons(const ClusterMatches& matches,
                                          const PersonsRequest& request);
/// As make_person_pairs(). @throws likewise.
[[nodiscard]] PersonPairTable cluster_person_pairs(const ClusterMatches& matches,
                                                   const PersonPairsRequest& request);

}  // namespace dateline
