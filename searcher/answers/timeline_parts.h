// What timelines of all engines have in common.
#pragma once

#include <cstdint>

#include "searcher/answers/cursor.h"
#include "searcher/answers/timeline.h"
#include "searcher/facet/value_counts.h"
#include "searcher/query/bucket.h"

namespace dateline {

/// A hash of what the pages of one timeline have in common: the parts of the request that decide
/// which entries there are, and in which order.
[[nodiscard]] std::uint64_t timeline_hash(const TimelineRequest& request);

/// The cursor of a request, which has one. @param index short_hash() of the index's id
/// @throws CursorError.
[[nodiscard]] TimelineCursor read_timeline_cursor(const TimelineRequest& request,
                                                  std::uint64_t index);

/// Adds the buckets from the first to the last that has an event of the answer. @param counts events
/// of the answer, by bucket_number() @param archive all events, likewise
void add_timeline_buckets(Bucket by, const ValueCounts& counts, const ValueCounts& archive,
                          Timeline& timeline);

}  // namespace dateline
