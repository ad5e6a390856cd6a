// What the formats for people show of a timeline's entry.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "language/span.h"
#include "searcher/answers/timeline.h"

namespace dateline {

/// Whether the entry's date is as fine as the timeline's periods are: "1997" is in none of its
/// months.
[[nodiscard]] bool has_period(const TimelineRequest& request, const TimelineEntry& entry);

/// What stands above an entry: the period in which it begins ("February 2001"), or its own where
/// that is coarser ("1997").
[[nodiscard]] std::string entry_title(const TimelineRequest& request, const TimelineEntry& entry);

/// The words that match in an event's whole text: bytes of it, in order, apart from each other.
[[nodiscard]] std::vector<Span> matching_words(const Hit& hit);

/// How many bytes at the beginning of an event's text are its date, the colon and a blank, as
/// entries of chronologies have them; 0 when it begins otherwise, or has nothing else.
[[nodiscard]] std::size_t date_prefix_bytes(const Hit& hit);

}  // namespace dateline
