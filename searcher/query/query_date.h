// Dates as queries write them.
#pragma once

#include <optional>
#include <string_view>

#include "language/date_interval.h"

namespace dateline {

/// What became of a date that a query names.
struct QueryDate {
  std::optional<DateInterval> interval;  ///< nullopt: no date
  bool is_reversed = false;              ///< a range of two dates, the later one first
};

/// Reads an ISO date or range, the words of articles, or `A..B` in which each end is either; an end
/// may be missing. Blanks at the ends do not matter. Never throws on any input; linear in `text`.
[[nodiscard]] QueryDate read_query_date(std::string_view text);

}  // namespace dateline
