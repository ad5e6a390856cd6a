// Which countries meet in a cluster's events, and when.
#pragma once

#include "cluster/search/cluster_matches.h"
#include "searcher/answers/pairs.h"

namespace dateline {

/// As make_pairs(). @throws ClusterError, SearchStopped.
[[nodiscard]] PairTable cluster_pairs(const ClusterMatches& matches, const PairsRequest& request);

}  // namespace dateline
