// What each filter of the query language finds: one table.
#pragma once

#include "index/bitmap.h"
#include "index/document_kind.h"
#include "searcher/match/segment_sets.h"
#include "searcher/query/filter_condition.h"

namespace dateline {

/// The documents of a kind that a filter finds in one segment; removed ones may be among them.
/// @throws IndexError for a damaged database.
[[nodiscard]] Bitmap match_filter(SegmentSets& sets, const FilterCondition& filter,
                                  DocumentKind kind);

/// Whether mentions in the text make a document match, so that a snippet can show them.
[[nodiscard]] bool is_mentioned(FilterKind kind) noexcept;

}  // namespace dateline
