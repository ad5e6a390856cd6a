// Years and what is longer: 1986, '86, 1981-84, 1986-05-03, fiscal 1986, the 1970s, the 19th
// century.
#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {

// A number of two digits leaves its century to the resolver; 00 is the hundredth year of one, since
// a year of 0 is one that is not written.
void Grammar::set_year(const Token& number, Piece& piece) noexcept {
  piece.short_year = number.digits == 2;
  piece.year = piece.short_year && number.value == 0 ? 100 : number.value;
}

std::size_t Grammar::year_number(std::size_t i, Piece& piece) const {
  const bool short_form = is(i, Kind::number) && at(i).has(Token::kApostrophe);
  if (!short_form && !rules_.is_year(i)) return 0;
  set_year(at(i), piece);
  return i + 1;
}

// last year, the same year, that year
std::size_t Grammar::year_words(std::size_t i, Piece& piece) const {
  Ref ref = Ref::none;
  const std::size_t j = pointer_words(skip(i, Kind::the), ref);
  if (j == 0 || !rules_.is_unit(j, Precision::year) || is(j, Kind::units)) return 0;
  if (ref == Ref::next && is(i, Kind::the)) ref = Ref::following;
  piece.ref = ref;
  piece.ref_unit = Precision::year;
  return j + 1;
}

// The year behind a month, day, season, quarter, …: 1986 | , 1986 | of 1986 | of last year | '86.
std::size_t Grammar::year_tail(std::size_t i, Piece& piece) const {
  if (is(i, Kind::comma)) {
    const bool counts = is(i + 2, Kind::quantity_noun) && !is(i + 2, Kind::comma);
    if (const std::size_t end = year_number(i + 1, piece); end != 0) return counts ? 0 : end;
    return year_in_words(i + 1, piece);
  }
  if (is(i, Kind::open_bracket) || is(i, Kind::close_bracket)) return bracketed_year(i, piece);
  if (is(i, Kind::in)) return named_year(i + 1, piece);
  std::size_t j = skip(i, Kind::of);
  if (j != i && is(j, Kind::the) && rules_.is_unit(j + 1, Precision::year) && rules_.is_year(j + 2))
    j += 2;
  if (const std::size_t end = year_number(j, piece); end != 0) return end;
  if (const std::size_t end = year_in_words(j, piece); end != 0) return end;
  return year_words(j, piece);
}

std::size_t Grammar::year_first(std::size_t i) {
  if (const std::size_t end = iso_day(i); end != 0) return end;
  if (const std::size_t end = year_span(i); end != 0) return end;
  if (const std::size_t end = after_year(i); end != 0) return end;
  if (const std::size_t end = before_month(i); end != 0) return end;
  if (!rules_.is_lone_year(i)) return 0;
  Piece piece;
  piece.base = Precision::year;
  piece.year = at(i).value;
  add(i, i + 1, piece, "year");
  return i + 1;
}

std::size_t Grammar::iso_day(std::size_t i) {
  const Kind sign = at(i + 1).kind;
  if (sign != Kind::slash && sign != Kind::dash && sign != Kind::period) return 0;
  for (std::size_t k = i + 1; k <= i + 4; ++k) {
    if (!tokens_.glued(k)) return 0;
  }
  if (!is(i + 2, Kind::number) || !is(i + 3, sign) || !is(i + 4, Kind::number) ||
      at(i + 2).digits > 2 || at(i + 4).digits > 2) {
    return 0;
  }
  Piece piece;
  piece.year = at(i).value;
  piece.month = at(i + 2).value;
  piece.day = at(i + 4).value;
  const bool ok = days_in_year(piece, piece.year).has_value();
  Expression& e = add(i, i + 5, piece, "iso-date");
  e.form = ok ? Form::calendar : Form::nothing;
  // 1999-06-18–20: the right side is a day of the same month.
  const Token& last = at(i + 6);
  const bool range = is(i + 5, Kind::dash) && tokens_.glued(i + 5) && tokens_.glued(i + 6) &&
                     last.kind == Kind::number && last.digits == 2 && last.value > piece.day;
  if (!ok || !range) return i + 5;
  e.right = piece;
  e.right.day = last.value;
  e.range = true;
  e.last = i + 7;
  e.rule = "day-range";
  return i + 7;
}

// 1981-84, 1981/82, 1981–1984. What is glued so and no range is no date.
std::size_t Grammar::year_span(std::size_t i) {
  const Token& sign = at(i + 1);
  const Token& right = at(i + 2);
  const bool glued = tokens_.glued(i + 1) && tokens_.glued(i + 2);
  if (!(sign.kind == Kind::dash || (sign.kind == Kind::slash && glued)) ||
      right.kind != Kind::number || right.digits == 3 || right.digits > 4) {
    return 0;
  }
  if (!glued && (right.digits != 4 || tokens_.glued(i + 1))) return 0;
  const int from = at(i).value;
  const int unit = right.digits == 1 ? 10 : 100;
  int to = right.digits == 4 ? right.value : from / unit * unit + right.value;
  if (right.digits == 2 && right.value == 0 && from % 100 == 99) to += 100;
  const bool counted = is(i + 3, Kind::quantity_noun) || is(i + 3, Kind::percent) ||
                       is(i - 1, Kind::currency) || rules_.is_numbered(i) || from < kFirstYear ||
                       to > kLastYear || rules_.is_clock_unit(i + 3) ||
                       rules_.is_before_christ(i) || rules_.is_cited(i);
  if (to <= from || counted) return glued ? i + 3 : 0;
  Piece piece;
  piece.base = Precision::year;
  piece.year = from;
  if (is(i + 3, Kind::fiscal) && rules_.is_unit(i + 4, Precision::year)) {
    piece.fiscal = true;
    piece.winter_end = to;
    add(i, i + 5, piece, "fiscal-year");
    return i + 5;
  }
  Expression& e = add(i, i + 3, piece, "year-range");
  e.right = piece;
  e.right.year = to;
  e.range = true;
  return i + 3;
}

// 1986 Q1, 1986 first quarter, 1986 summer, 1986 fiscal year
std::size_t Grammar::after_year(std::size_t i) {
  if (!rules_.is_year(i)) return 0;
  Piece piece;
  piece.base = Precision::year;
  piece.year = at(i).value;
  const Token& next = at(i + 1);
  if (next.kind == Kind::quarter_code || next.kind == Kind::half_code) {
    piece.part = next.kind == Kind::quarter_code ? Part::quarter : Part::half;
    piece.number = next.value;
    add(i, i + 2, piece, next.kind == Kind::quarter_code ? "quarter" : "half");
    return i + 2;
  }
  if (next.kind == Kind::fiscal && rules_.is_unit(i + 2, Precision::year)) {
    piece.fiscal = true;
    add(i, i + 3, piece, "fiscal-year");
    return i + 3;
  }
  if (next.kind == Kind::ordinal && next.value <= 4) {
    const std::size_t j = skip(i + 2, Kind::dash);
    const bool half = is(j, Kind::half) && next.value <= 2;
    if (half || rules_.is_unit(j, Precision::quarter)) {
      piece.part = half ? Part::half : Part::quarter;
      piece.number = next.value;
      add(i, j + 1, piece, half ? "half" : "quarter");
      return j + 1;
    }
  }
  const bool games = next.has(Token::kCapital) && at(i + 2).has(Token::kCapital);
  if (next.kind == Kind::season && !games && !is(i + 2, Kind::in) && !is(i + 2, Kind::of)) {
    piece.base = Precision::season;
    piece.month = next.value;
    add(i, i + 2, piece, "season");
    return i + 2;
  }
  return 0;
}

// '86
std::size_t Grammar::short_year(std::size_t i) {
  const Kind before = at(i - 1).kind;
  if (!kTimePrepositions.contains(before) && !kConjunctions.contains(before) &&
      before != Kind::the && before != Kind::comma) {
    return 0;
  }
  Piece piece;
  piece.base = Precision::year;
  const std::size_t end = year_number(i, piece);
  if (end != 0) add(i, end, piece, "year");
  return end;
}

// Decades, centuries and fiscal years.

std::size_t Grammar::decade(std::size_t i, Piece& piece) const {
  const Token& token = at(i);
  const bool nineteen = token.kind == Kind::cardinal && (token.value == 18 || token.value == 19);
  if (nineteen && is(i + 1, Kind::dash) && is(i + 2, Kind::decade)) {
    piece.base = Precision::decade;
    piece.year = token.value * 100 + at(i + 2).value;
    return i + 3;
  }
  if ((token.kind != Kind::years && token.kind != Kind::decade) || rules_.is_before_christ(i)) {
    return 0;
  }
  if (token.kind == Kind::years && token.digits == 4 &&
      (token.value < kFirstYear || token.value > kLastYear)) {
    return 0;
  }
  piece.base = Precision::decade;
  piece.year = token.value;
  piece.short_year = token.kind == Kind::decade || token.digits == 2;
  return i + 1;
}

std::size_t Grammar::decade_atom(std::size_t i) {
  Piece piece;
  const std::size_t end = decade(i, piece);
  if (end == 0 || is(i - 1, Kind::possessive) || rules_.is_model(i)) return 0;
  if (piece.short_year && !at(i).has(Token::kApostrophe) && !fits_decade(i, i)) return 0;
  add(i, end, piece, "decade");
  return end;
}

// the 19th century; the 19th of "19th and early 20th centuries"
std::size_t Grammar::century(std::size_t i, Piece& piece) const {
  int number = 0;
  std::size_t j = rules_.ordinal_at(i, number);
  if (j == 0 || number < 11 || number > 22) return 0;
  piece.base = Precision::century;
  piece.year = number;
  std::size_t k = skip(j, Kind::dash);
  if (rules_.is_unit(k, Precision::century)) {
    const bool name = at(k).has(Token::kCapital) && at(k + 1).has(Token::kCapital) &&
                      is(k + 1, Kind::other) && !at(k).has(Token::kAllCaps);
    return name || is(k + 1, Kind::era) ? 0 : k + 1;
  }
  if (!kConjunctions.contains(at(k).kind)) return 0;
  k = skip(k + 1, Kind::the);
  if (is(k, Kind::part)) k = skip(k + 1, Kind::dash);
  const std::size_t next = rules_.ordinal_at(k, number);
  return next != 0 && rules_.is_unit(skip(next, Kind::dash), Precision::century) ? j : 0;
}

std::size_t Grammar::centuries(std::size_t i) {
  Piece piece;
  const std::size_t end = century(i, piece);
  if (end != 0) add(i, end, piece, "century");
  return end;
}

// fiscal 1986, fiscal years 1985 and 1986, FY 1986, FY86, fiscal year 1985-86
std::size_t Grammar::fiscal(std::size_t i) {
  const bool several = is(i + 1, Kind::units) && rules_.is_unit(i + 1, Precision::year);
  std::size_t j = rules_.is_unit(i + 1, Precision::year) ? i + 2 : i + 1;
  Piece piece;
  piece.base = Precision::year;
  piece.fiscal = true;
  const Token& year = at(j);
  const bool two_digits = year.kind == Kind::number && year.digits == 2 && at(i).value == 1;
  if (two_digits) {
    piece.year = year.value;
    piece.short_year = true;
    ++j;
  } else {
    j = year_number(j, piece);
  }
  if (j == 0) return 0;
  const std::size_t second = j + 1;
  Piece right = piece;
  if (kConjunctions.contains(at(j).kind) && is(second, Kind::number) && !piece.short_year) {
    const int to =
        at(second).digits == 2 ? piece.year / 100 * 100 + at(second).value : at(second).value;
    if (to > piece.year && to <= kLastYear && (at(second).digits == 4 || at(second).digits == 2)) {
      right.year = to;
      const bool list = is(j, Kind::and_word) || is(j, Kind::or_word);
      if (!several && !list && to == piece.year + 1) piece.winter_end = to;
      Expression& e = add(i, list ? j : second + 1, piece, "fiscal-year");
      if (list) {
        add(second, second + 1, right, "fiscal-year");
      } else if (piece.winter_end == 0) {
        e.right = right;
        e.range = true;
      }
      return second + 1;
    }
  }
  add(i, j, piece, "fiscal-year");
  return j;
}

}  // namespace dateline::dates
