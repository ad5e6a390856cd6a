#include "language/dates/calendar.h"

#include <algorithm>

namespace dateline::dates {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

sys_days first_of(int y, int m) noexcept {
  return sys_days{
      year_month_day{year{y}, std::chrono::month{static_cast<unsigned>(m)}, std::chrono::day{1}}};
}

// Months from the first of (y, m) on, as one interval.
DateInterval month_span(int y, int m, int count) noexcept {
  const int end = m - 1 + count;
  return {first_of(y, m), first_of(y + end / 12, end % 12 + 1) - days{1}};
}

// From the first day of year `y` on.
DateInterval year_span(int y, int count) noexcept { return month_span(y, 1, 12 * count); }

bool is_month_end(sys_days day) noexcept { return month_of(day) != month_of(day + days{1}); }

std::optional<DateInterval> season_days(const Piece& piece, int y) noexcept {
  if (piece.month < 3) return month_span(y, 3 + 3 * piece.month, 3);
  return month_span(y - 1, 12, 3);  // a winter is named after the year it ends in
}

std::optional<DateInterval> whole_unit(const Piece& piece, int y) noexcept {
  switch (piece.base) {
    case Precision::day:
      return day_interval(y, piece.month, piece.day);
    case Precision::month:
      return month_interval(y, piece.month);
    case Precision::season:
      return season_days(piece, y);
    case Precision::year:
      return year_interval(y);
    case Precision::decade:
      return year_span(y, 10);
    case Precision::century:
      return year_span((y - 1) * 100 + 1, 100);
    case Precision::week:
    case Precision::quarter:
    case Precision::half:
      break;
  }
  return std::nullopt;
}

}  // namespace

int year_of(sys_days day) noexcept { return static_cast<int>(year_month_day{day}.year()); }

int month_of(sys_days day) noexcept {
  return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month()));
}

int months_in(Precision unit) noexcept {
  switch (unit) {
    case Precision::month:
      return 1;
    case Precision::quarter:
    case Precision::season:
      return 3;
    case Precision::half:
      return 6;
    case Precision::year:
      return 12;
    case Precision::decade:
      return 120;
    case Precision::century:
      return 1200;
    case Precision::day:
    case Precision::week:
      break;
  }
  return 0;
}

int weekday_of(sys_days day) noexcept {
  return static_cast<int>(std::chrono::weekday{day}.iso_encoding());
}

sys_days add_months(sys_days day, int count) noexcept {
  const year_month_day from{day};
  const year_month_day to = from + months{count};
  return to.ok() ? sys_days{to} : sys_days{to.year() / to.month() / std::chrono::last};
}

DateInterval add_months(const DateInterval& interval, int count) noexcept {
  DateInterval moved{add_months(interval.first, count), add_months(interval.last, count)};
  // A month's end moves to a month's end: but only of something longer than a day.
  if (interval.first != interval.last && is_month_end(interval.last)) {
    moved.last = add_months(interval.last + days{1}, count) - days{1};
  }
  return moved;
}

DateInterval unit_around(sys_days day, Precision unit, int offset) noexcept {
  if (unit == Precision::day) return {day + days{offset}, day + days{offset}};
  if (unit == Precision::week) {
    const sys_days monday = day - days{weekday_of(day) - 1} + days{7 * offset};
    return {monday, monday + days{6}};
  }
  const int size = months_in(unit);
  const int y = year_of(day);
  if (unit == Precision::century) return year_span(((y - 1) / 100 + offset) * 100 + 1, 100);
  if (unit == Precision::decade) return year_span((y / 10 + offset) * 10, 10);
  const int start = (month_of(day) - 1) / size * size + 1;
  const sys_days first = add_months(first_of(y, start), offset * size);
  return {first, add_months(first, size) - days{1}};
}

std::optional<DateInterval> days_in_year(const Piece& piece, int y) noexcept {
  if (piece.base != Precision::century && (y < kFirstYear || y > kLastYear)) return std::nullopt;
  if (piece.base == Precision::century && (y < 11 || y > 22)) return std::nullopt;
  if (piece.base == Precision::year && piece.part == Part::quarter && piece.number != kLast) {
    return quarter_interval(y, piece.number);
  }
  const auto whole = whole_unit(piece, y);
  return whole ? part_of(*whole, piece.base, piece) : std::nullopt;
}

Precision precision_of(const Piece& piece) noexcept {
  switch (piece.part) {
    case Part::half:
      return piece.base == Precision::year ? Precision::half : piece.base;
    case Part::quarter:
      return piece.base == Precision::year ? Precision::quarter : piece.base;
    case Part::week:
    case Part::holding_week:
      return Precision::week;
    case Part::first_n:
    case Part::last_n:
      return piece.part_unit;
    case Part::weekday:
      return Precision::day;
    default:
      return piece.base;
  }
}

bool is_fraction(const Piece& piece) noexcept {
  return piece.part == Part::half || piece.part == Part::quarter;
}

bool is_vague(const Piece& piece) noexcept {
  switch (piece.part) {
    case Part::early:
    case Part::mid:
    case Part::late:
    case Part::early_mid:
    case Part::mid_late:
    case Part::beginning:
    case Part::end:
      return true;
    case Part::first_n:
    case Part::last_n:
      return piece.number == 0;
    default:
      return false;
  }
}

bool lacks_year(const Piece& piece) noexcept {
  return piece.year == 0 && piece.ref == Ref::none && piece.base != Precision::century;
}

}  // namespace dateline::dates
