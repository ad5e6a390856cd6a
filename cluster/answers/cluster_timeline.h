// The timeline of a cluster's events.
#pragma once

#include <memory>
#include <optional>

#include "cluster/search/cluster_matches.h"
#include "searcher/answers/timeline.h"
#include "searcher/matches.h"
#include "searcher/searcher.h"

namespace dateline {

/// As TimelineReader of an index. `searcher` must outlive it; its matches are ClusterMatches.
/// @throws CursorError; UnsupportedError for `fold`; ClusterError, SearchStopped.
[[nodiscard]] std::unique_ptr<TimelineSource> cluster_timeline(const Searcher& searcher,
                                                               TimelineRequest request);
/// The same of events that have been matched already, which must outlive it. @throws likewise.
[[nodiscard]] std::unique_ptr<TimelineSource> cluster_timeline(const Matches& matches,
                                                               TimelineRequest request);

}  // namespace dateline
