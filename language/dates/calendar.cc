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

using std::chrono::days;
using std::chrono::sys_days;

// Parts of units: early, the first week, the last three months.

// The days 1–10, 11–20, 21–last of a month.
DateInterval part_of_month(const DateInterval& whole, Part part) noexcept {
  const sys_days tenth = whole.first + days{9}, twentieth = whole.first + days{19};
  switch (part) {
    case Part::early:
    case Part::beginning:
      return {whole.first, tenth};
    case Part::mid:
      return {tenth + days{1}, twentieth};
    case Part::late:
    case Part::end:
      return {twentieth + days{1}, whole.last};
    case Part::early_mid:
      return {whole.first, twentieth};
    case Part::mid_late:
      return {tenth + days{1}, whole.last};
    default:
      return whole;
  }
}

// Three boundaries in months cut a unit into early, mid and late.
DateInterval thirds(const DateInterval& whole, Part part, int one, int two) noexcept {
  const sys_days a = add_months(whole.first, one), b = add_months(whole.first, two);
  switch (part) {
    case Part::early:
    case Part::beginning:
      return {whole.first, a - days{1}};
    case Part::mid:
      return {a, b - days{1}};
    case Part::late:
    case Part::end:
      return {b, whole.last};
    case Part::early_mid:
      return {whole.first, b - days{1}};
    case Part::mid_late:
      return {a, whole.last};
    default:
      return whole;
  }
}

DateInterval vague_part(const DateInterval& whole, Precision unit, Part part) noexcept {
  switch (unit) {
    case Precision::month:
      return part_of_month(whole, part);
    case Precision::season:
    case Precision::quarter:
      return thirds(whole, part, 1, 2);
    case Precision::half:
      return thirds(whole, part, 2, 4);
    case Precision::year:
      if (part == Part::beginning) return {whole.first, add_months(whole.first, 3) - days{1}};
      if (part == Part::end) return {add_months(whole.first, 9), whole.last};
      return thirds(whole, part, 4, 8);
    case Precision::decade:
      return thirds(whole, part, 4 * 12, 7 * 12);
    case Precision::century:
      return thirds(whole, part, 33 * 12, 66 * 12);
    case Precision::day:
    case Precision::week:
      break;
  }
  return whole;
}

// The number-th of the equal parts of `size` months; kLast is the last.
std::optional<DateInterval> nth_part(const DateInterval& whole, int number, int parts,
                                     int size) noexcept {
  const int n = number == kLast ? parts : number;
  if (n < 1 || n > parts || size == 0) return std::nullopt;
  const sys_days first = add_months(whole.first, (n - 1) * size);
  return DateInterval{first, n == parts ? whole.last : add_months(first, size) - days{1}};
}

std::optional<DateInterval> half_of(const DateInterval& whole, Precision unit,
                                    int number) noexcept {
  if (unit != Precision::month) return nth_part(whole, number, 2, months_in(unit) / 2);
  const sys_days middle = whole.first + days{14};
  return number == 1 ? DateInterval{whole.first, middle}
                     : DateInterval{middle + days{1}, whole.last};
}

std::optional<DateInterval> week_of(const DateInterval& whole, int number) noexcept {
  if (number == kLast) return DateInterval{whole.last - days{6}, whole.last};
  if (number < 1 || number > 4) return std::nullopt;
  const sys_days first = whole.first + days{7 * (number - 1)};
  return DateInterval{first, first + days{6}};
}

std::optional<DateInterval> counted(const DateInterval& whole, const Piece& piece) noexcept {
  const bool from_front = piece.part == Part::first_n;
  const int n = piece.number;
  const int size = months_in(piece.part_unit);
  DateInterval result = whole;
  if (size > 0) {
    if (from_front)
      result.last = add_months(whole.first, n * size) - days{1};
    else
      result.first = add_months(whole.last + days{1}, -n * size);
  } else {
    // "The first days" are seven (policy); a single day and counted ones are as many as said.
    const int length = n == 0 ? 7 : piece.part_unit == Precision::week ? 7 * n : n;
    if (from_front)
      result.last = whole.first + days{length - 1};
    else
      result.first = whole.last - days{length - 1};
  }
  if (!whole.contains(result) || result.last < result.first) return std::nullopt;
  return result;
}

std::optional<DateInterval> nth_weekday(const DateInterval& whole, const Piece& piece) noexcept {
  sys_days day = whole.first + days{(piece.weekday - weekday_of(whole.first) + 7) % 7};
  if (piece.number == kLast) {
    day = whole.last - days{(weekday_of(whole.last) - piece.weekday + 7) % 7};
  } else {
    day += days{7 * (piece.number - 1)};
  }
  if (!whole.contains({day, day})) return std::nullopt;
  return DateInterval{day, day};
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

std::optional<DateInterval> part_of(const DateInterval& whole, Precision unit,
                                    const Piece& piece) noexcept {
  switch (piece.part) {
    case Part::whole:
      return whole;
    case Part::half:
      return half_of(whole, unit, piece.number);
    case Part::quarter:
      return nth_part(whole, piece.number, 4, months_in(unit) / 4);
    case Part::week:
      return week_of(whole, piece.number);
    case Part::first_n:
    case Part::last_n:
      return counted(whole, piece);
    case Part::weekday:
      return nth_weekday(whole, piece);
    case Part::holding_week:
      return unit_around(whole.first, Precision::week, 0);
    default:
      return vague_part(whole, unit, piece.part);
  }
}

}  // namespace dateline::dates
