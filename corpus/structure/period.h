// When an article was published, from what names and headings say.
#pragma once

#include <optional>
#include <string_view>

#include "language/date_interval.h"
#include "language/dates/date_finder.h"

namespace dateline {

/// The period in a file's name (no directories): a day, month or quarter of the years 1000 to 2200
/// that other characters than letters and digits set apart – `2001-q1-china-russia.txt`,
/// `2001q1.md`, `2001-01-x.txt`, `1999-10-12-x.txt`, `x_2001_q1.txt`, `20010219.txt`. A year alone
/// counts only at the front, before a dash, and where nothing else is a period:
/// `1805-jefferson.txt`.
/// @return nullopt when there is none, or when there are two that differ.
[[nodiscard]] std::optional<DateInterval> period_from_file_name(std::string_view name) noexcept;

/// The period that a heading or a value names in words ("January-March 2001", "first quarter of
/// 2001"). Of several dates the last one counts, with those joined to it ("January, February and
/// March 2001").
/// @return nullopt when no date with its year written, a year long or shorter, is in `words`.
[[nodiscard]] std::optional<DateInterval> period_from_words(std::string_view words,
                                                            const DateFinder& dates);

/// The period that a metadata value gives: an ISO form (see parse_iso_interval; not open at an
/// end), an ISO timestamp, of which the day is taken as written, or words.
[[nodiscard]] std::optional<DateInterval> parse_period(std::string_view value,
                                                       const DateFinder& dates);

}  // namespace dateline
