// What filters of days find.
#pragma once

#include "index/bitmap.h"
#include "index/document_kind.h"
#include "searcher/match/segment_sets.h"
#include "searcher/query/filter_condition.h"

namespace dateline {

/// Events whose days, and articles any of whose dates, lie to the interval as asked for, and are no
/// coarser. @throws IndexError for a damaged database.
[[nodiscard]] Bitmap match_dates(SegmentSets& sets, const AskedDays& asked, DocumentKind kind);

/// Articles whose publication period overlaps the interval, or their events.
[[nodiscard]] Bitmap match_published(SegmentSets& sets, const AskedDays& asked, DocumentKind kind);

}  // namespace dateline
