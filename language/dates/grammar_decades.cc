// Decades, centuries and fiscal years.
#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {

std::size_t Grammar::decade(std::size_t i, Piece& piece) const {
  const Token& token = at(i);
  const bool nineteen = token.kind == Kind::cardinal && (token.value == 18 || token.value == 19);
  if (nineteen && is(i + 1, Kind::dash) && is(i + 2, Kind::decade)) {
    piece.base = Precision::decade;
    piece.year = token.value * 100 + at(i + 2).value;
    return i + 3;
  }
  if (token.kind != Kind::years && token.kind != Kind::decade) return 0;
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
  if (end == 0 || is(i - 1, Kind::possessive)) return 0;
  if (piece.short_year && !at(i).has(Token::kApostrophe)) {
    // "Temperatures in 70s" and "his sixties" are none: the article or another decade must be near.
    const bool article = is(i - 1, Kind::the) || (is(i - 1, Kind::other) && is(i - 2, Kind::the));
    const bool beside = kConjunctions.contains(at(i - 1).kind) || is(i - 1, Kind::comma);
    const Kind other = at(i - 2).kind;
    if (!article && !(beside && (other == Kind::years || other == Kind::decade))) return 0;
  }
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
