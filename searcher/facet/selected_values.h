// The values that a selection asks for, as marks in the counts of its facet.
#pragma once

#include <string>
#include <vector>

#include "index/rows.h"
#include "searcher/answer.h"
#include "searcher/match/condition.h"
#include "searcher/query/bucket.h"

namespace dateline {

/// Adds the values that a selection asks for, as its facet has them; buckets aside.
void add_selected(const Condition& condition, std::vector<std::string>& values);

/// Adds the buckets of the days asked for that nothing falls into, so that a gap shows as one.
/// Ranges of too many buckets are left as they are: open ends, mostly.
void add_empty_buckets(const std::vector<DayRange>& asked, Bucket bucket, FacetCounts& counts);

/// Adds the empty buckets between the first and the last one, unless they are too many.
void fill_holes(Bucket bucket, FacetCounts& counts);

/// Marks the buckets that a selection of days touches.
void mark_buckets(const Condition& condition, Bucket bucket, FacetCounts& counts);

/// Whether a selection asks for several values at once: `country:RU+CN`.
[[nodiscard]] bool asks_for_all(const Condition& condition);

}  // namespace dateline
