// Parts of calendar units: early, the first week, the last three months.
#include "language/dates/calendar.h"

namespace dateline::dates {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

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
