// Days and parts of calendar units, without any text.
#pragma once

#include <chrono>
#include <optional>

#include "language/date_interval.h"
#include "language/dates/expression.h"

namespace dateline::dates {

/// The years that texts may speak of (policy, A1).
inline constexpr int kFirstYear = 1000;
inline constexpr int kLastYear = 2200;

[[nodiscard]] int year_of(std::chrono::sys_days day) noexcept;
[[nodiscard]] int month_of(std::chrono::sys_days day) noexcept;
/// 1 (Monday) to 7.
[[nodiscard]] int weekday_of(std::chrono::sys_days day) noexcept;

/// How many months a unit has; 0 for a day or a week.
[[nodiscard]] int months_in(Precision unit) noexcept;

/// `day` moved by months; a day that the month lacks becomes its last.
[[nodiscard]] std::chrono::sys_days add_months(std::chrono::sys_days day, int months) noexcept;
/// An interval moved by months: whole months stay whole months.
[[nodiscard]] DateInterval add_months(const DateInterval& days, int months) noexcept;

/// The week (Monday to Sunday), month, quarter, half, year, decade (2000–2009) or century
/// (2001–2100) that holds `day`, moved by `offset` units.
[[nodiscard]] DateInterval unit_around(std::chrono::sys_days day, Precision unit,
                                       int offset) noexcept;

/// The days of the `part` of `whole`, a unit of the given size.
/// @return nullopt when there is no such part (the fifth quarter, a week of a day).
/// Source: extraction policy, A4.
[[nodiscard]] std::optional<DateInterval> part_of(const DateInterval& whole, Precision unit,
                                                  const Piece& piece) noexcept;

/// The days that `piece` means when its year is `year` (ignored where the piece has no use for
/// one).
/// @return nullopt for a day that does not exist, or years outside kFirstYear..kLastYear.
[[nodiscard]] std::optional<DateInterval> days_in_year(const Piece& piece, int year) noexcept;

/// The unit that a piece's words name, its part regarded (the first week of May: week).
[[nodiscard]] Precision precision_of(const Piece& piece) noexcept;
/// Whether the piece is a half or a quarter of something.
[[nodiscard]] bool is_fraction(const Piece& piece) noexcept;
/// Whether the words are vague.
[[nodiscard]] bool is_vague(const Piece& piece) noexcept;
/// Whether the piece needs a year that is not written in it.
[[nodiscard]] bool lacks_year(const Piece& piece) noexcept;

}  // namespace dateline::dates
