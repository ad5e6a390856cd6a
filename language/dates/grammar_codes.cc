// Q1, midyear, the week of May 5.
#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {

// midyear, mid-year; year-end, year's end
std::size_t Grammar::midyear(std::size_t i) {
  Piece piece;
  piece.base = Precision::year;
  std::size_t first = i, j = i + 1;
  if (is(i, Kind::midyear)) {
    piece.part = Part::mid;
  } else if (rules_.is_unit(i, Precision::year) && is(i - 1, Kind::dash) && is(i - 2, Kind::part) &&
             at(i - 2).value == 2) {
    piece.part = Part::mid;
    first = i - 2;
  } else if (rules_.is_unit(i, Precision::year)) {
    const Kind before = at(i - 1).kind;
    const bool joined = at(i).has(Token::kPossessive) || is(j, Kind::dash) || before == Kind::at ||
                        before == Kind::by || before == Kind::until;
    j = skip(j, Kind::dash);
    if (!joined || !is(j, Kind::part_noun) || at(j).value != 5) return 0;
    piece.part = Part::end;
    ++j;
  } else {
    return 0;
  }
  const std::size_t tail = year_tail(j, piece);
  if (tail == 0) piece.ref = Ref::the_one;
  add(first, tail == 0 ? j : tail, piece, "part-of-year");
  return tail == 0 ? j : tail;
}

// Q1 1986, 1Q, H1 1986
std::size_t Grammar::code(std::size_t i) {
  const bool half = is(i, Kind::half_code);
  Piece piece;
  piece.base = Precision::year;
  piece.part = half ? Part::half : Part::quarter;
  piece.number = at(i).value;
  const std::size_t slash = is(i + 1, Kind::slash) && rules_.is_year(i + 2) ? i + 2 : i + 1;
  const std::size_t end = year_tail(slash, piece);
  if (end == 0 && half) return 0;
  add(i, end == 0 ? i + 1 : end, piece, half ? "half" : "quarter");
  return end == 0 ? i + 1 : end;
}

// the week of May 5
std::size_t Grammar::week_of_day(std::size_t i) {
  if (!rules_.is_unit(i, Precision::week) || !is(i + 1, Kind::of)) return 0;
  const std::size_t start = items_.size();
  std::size_t end = month_first(i + 2);
  if (end == 0) end = day_first(i + 2);
  if (end == 0) return 0;
  if (items_.size() != start + 1 || items_[start].range ||
      items_[start].left.base != Precision::day) {
    items_.resize(start);
    return 0;
  }
  items_[start].left.part = Part::holding_week;
  items_[start].first = i;
  items_[start].rule = "week-of-day";
  return end;
}

}  // namespace dateline::dates
