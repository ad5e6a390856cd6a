// Days that are written in other ways: New Year's Day, 4/9/1986, on the 28th.
#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {

// New Year's Day, Christmas, May Day; the new year.
std::size_t Grammar::fixed_day(std::size_t i) {
  Piece piece;
  std::size_t j = i + 1;
  if (is(i, Kind::christmas)) {
    piece.month = 12;
    piece.day = is(j, Kind::eve) ? 24 : 25;
    if (at(i).has(Token::kPossessive) || is(i - 1, Kind::other_calendar)) return 0;
    const bool named = is(j, Kind::eve) || rules_.is_unit(j, Precision::day);
    if (!named && rules_.is_noun_like(j)) return 0;
    if (named) ++j;
  } else if (is(i, Kind::new_word) && rules_.is_unit(j, Precision::year)) {
    if (is(i - 1, Kind::other_calendar)) return 0;
    ++j;
    if (is(j, Kind::eve) ||
        (rules_.is_unit(j, Precision::day) && at(j - 1).has(Token::kPossessive))) {
      piece.month = is(j, Kind::eve) ? 12 : 1;
      piece.day = is(j, Kind::eve) ? 31 : 1;
      ++j;
    } else {
      if (!is(i - 1, Kind::the) || rules_.is_noun_like(j) || at(j - 1).has(Token::kPossessive))
        return 0;
      piece.base = Precision::year;
      piece.ref = Ref::new_year;
      add(i, j, piece, "new-year");
      return j;
    }
  } else if (is(i, Kind::month) && at(i).value == 5 && rules_.is_unit(j, Precision::day) &&
             at(j).has(Token::kCapital)) {
    piece.month = 5;
    piece.day = 1;
    ++j;
  } else {
    return 0;
  }
  if (is(i - 1, Kind::every)) return 0;
  if (const std::size_t end = year_tail(j, piece); end != 0) j = end;
  add(i, j, piece, "fixed-day");
  return j;
}

// 4/9/1986, 4/9/86, 19-4-1986: month first if it can be one; with full stops the day comes first.
// 9/11 alone is a name.
std::size_t Grammar::numeric(std::size_t i) {
  const Kind sign = at(i + 1).kind;
  const bool slash = sign == Kind::slash;
  const bool sign_fits =
      slash || sign == Kind::period || (sign == Kind::dash && at(i + 1).value == 1);
  if (!sign_fits || at(i).digits > 2 || !is(i + 2, Kind::number) || at(i + 2).digits > 2 ||
      !tokens_.glued(i + 1) || !tokens_.glued(i + 2)) {
    return 0;
  }
  const int a = at(i).value, b = at(i + 2).value;
  Piece piece;
  const Token& year = at(i + 4);
  const bool more = tokens_.glued(i + 5) && is(i + 5, sign) && is(i + 6, Kind::number);
  const bool two_digits = slash && year.digits == 2 && !more;
  if (is(i + 3, sign) && year.kind == Kind::number && (year.digits == 4 || two_digits) &&
      tokens_.glued(i + 3) && tokens_.glued(i + 4)) {
    const bool month_first = a <= 12 && (sign != Kind::period || b > 12);
    piece.month = month_first ? a : b;
    piece.day = month_first ? b : a;
    set_year(year, piece);
    constexpr int kLeapYear = 2000;
    const bool ok = days_in_year(piece, two_digits ? kLeapYear : piece.year).has_value();
    add(i, i + 5, piece, "numeric").form = ok ? Form::calendar : Form::nothing;
    return i + 5;
  }
  if (!slash || a != 9 || b != 11 || (tokens_.glued(i + 3) && is(i + 3, Kind::slash))) {
    return 0;
  }
  piece.month = 9;
  piece.day = 11;
  piece.year = 2001;
  add(i, i + 3, piece, "nine-eleven");
  return i + 3;
}

// on the 28th; on the 5th and 6th; from the 21st (to the 25th).
std::size_t Grammar::day_of_reference(std::size_t i) {
  if (at(i).digits == 0 || at(i).value > 31 || !is(i - 1, Kind::the)) return 0;
  switch (at(i - 2).kind) {
    case Kind::on:
    case Kind::until:
    case Kind::by:
    case Kind::from:
    case Kind::since:
    case Kind::to:
    case Kind::through:
    case Kind::between:
      break;
    default:
      return 0;
  }
  const auto over = [this](std::size_t j) {
    return rules_.is_phrase_end(j) || is(j, Kind::to) || is(j, Kind::through) || is(j, Kind::the) ||
           is(j, Kind::a) || (is(j, Kind::other) && at(j).has(Token::kCapital));
  };
  if (!over(i + 1)) return 0;
  Piece piece;
  piece.day = at(i).value;
  add(i, i + 1, piece, "day-of-month");
  const std::size_t next = skip(i + 2, Kind::the);
  if (!is(i + 1, Kind::and_word) || !is(next, Kind::ordinal) || at(next).digits == 0 ||
      at(next).value > 31 || !over(next + 1)) {
    return i + 1;
  }
  piece.day = at(next).value;
  add(next, next + 1, piece, "day-of-month");
  return next + 1;
}

}  // namespace dateline::dates
