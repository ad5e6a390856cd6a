// What a condition asks for: for snippets, for boosts, and for the marks in facets. What is excluded
// is not asked for, but for the marks of a selection.
#pragma once

#include <string>
#include <vector>

#include "index/segment.h"
#include "searcher/hit/snippet.h"
#include "searcher/match/condition.h"
#include "searcher/query/bucket.h"
#include "searcher/query/request.h"

namespace dateline {

/// Adds the countries, organizations and days that a snippet should show.
void collect_filters(const Condition& condition, const Segment& segment, SnippetTarget& target);

/// Adds the days that conditions of a kind (date, published) ask for.
void collect_days(const Condition& condition, QueryNode::Kind kind, std::vector<DayRange>& days);

/// Adds the values that a selection asks for, as its facet has them; buckets aside.
void add_selected(const Condition& condition, std::vector<std::string>& values);

/// Adds the buckets of the days asked for that nothing falls into, so that a gap shows as one. Ranges
/// of too many buckets are left as they are: open ends, mostly.
void add_empty_buckets(const std::vector<DayRange>& asked, Bucket bucket, FacetCounts& counts);

/// Marks the buckets that a selection of days touches.
void mark_buckets(const Condition& condition, Bucket bucket, FacetCounts& counts);

}  // namespace dateline
