// What a part can be a part of (of May 1986, of last year, of the 1970s), and seasons.
#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {
// A month, year, decade, century or season as a whole, with an article before it or not.
std::size_t Grammar::scope(std::size_t i, Piece& piece) {
  const std::size_t j = skip(i, Kind::the);
  if (const std::size_t end = pointed_scope(i, piece); end != 0) return end;
  if (const std::size_t end = month_scope(j, piece); end != 0) return end;
  if (const std::size_t end = decade(j, piece); end != 0) return end;
  if (const std::size_t end = century(j, piece); end != 0) return end;
  if (is(j, Kind::season)) {
    piece.base = Precision::season;
    piece.month = at(j).value;
    const std::size_t end = season_tail(j + 1, piece);
    const bool fall = rules_.is_fall(j);
    if (end != 0) return end;
    return fall && (is(j + 1, Kind::of) || is(j + 1, Kind::in)) ? 0 : j + 1;
  }
  const std::size_t k = rules_.is_unit(j, Precision::year) && rules_.is_year(j + 1) ? j + 1 : j;
  piece.base = Precision::year;
  return year_number(k, piece);
}

// this month, last year, the same year, the year, the new year, last October
std::size_t Grammar::pointed_scope(std::size_t i, Piece& piece) const {
  const bool article = is(i, Kind::the);
  const std::size_t j = article ? i + 1 : i;
  if (is(j, Kind::new_word) && rules_.is_unit(j + 1, Precision::year) && article) {
    piece.base = Precision::year;
    piece.ref = Ref::new_year;
    return j + 2;
  }
  Ref ref = Ref::none;
  std::size_t k = pointer_words(j, ref);
  if (k == 0 && article && is(j, Kind::unit) && !rules_.is_year(j + 1)) {
    ref = Ref::the_one;
    k = j;
    if (!rules_.is_unit(k, Precision::year) && !rules_.is_unit(k, Precision::month)) return 0;
  }
  if (k == 0) return 0;
  if (is(k, Kind::unit)) {
    piece.base = static_cast<Precision>(at(k).value);
    if (piece.base < Precision::month || piece.base == Precision::quarter) return 0;
    if (ref == Ref::next && article) ref = Ref::following;
  } else if (is(k, Kind::month) || is(k, Kind::season)) {
    if (ref == Ref::following && !article) return 0;
    piece.base = is(k, Kind::month) ? Precision::month : Precision::season;
    piece.month = at(k).value;
  } else {
    return 0;
  }
  piece.ref = ref;
  piece.ref_unit = piece.base;
  return k + 1;
}

std::size_t Grammar::month_scope(std::size_t i, Piece& piece) {
  if (!rules_.is_month(i)) return 0;
  int day = 0;
  const bool counts = is(i + 2, Kind::quantity_noun);
  if (day_at(i + 1, day) != 0 && !counts) return 0;  // a day, not a month
  piece.base = Precision::month;
  piece.month = at(i).value;
  const std::size_t end = year_tail(i + 1, piece);
  return end == 0 ? i + 1 : end;
}

// The year behind a season: of 1986, 1985-86, of last year.
std::size_t Grammar::season_tail(std::size_t i, Piece& piece) const {
  std::size_t j = skip(i, Kind::of);
  if (j != i) j = skip(j, Kind::the);
  const bool joined = is(j + 1, Kind::dash) || is(j + 1, Kind::slash);
  if (rules_.is_year(j) && joined && tokens_.glued(j + 1) && tokens_.glued(j + 2) &&
      is(j + 2, Kind::number)) {
    const int from = at(j).value;
    const int second = at(j + 2).value;
    if (second == from + 1 || second == (from + 1) % 100) {
      piece.year = from;
      piece.winter_end = from + 1;
      return j + 3;
    }
  }
  return year_tail(i, piece);
}

std::size_t Grammar::season(std::size_t i) {
  Piece piece;
  piece.base = Precision::season;
  piece.month = at(i).value;
  const std::size_t end = season_tail(i + 1, piece);
  if (is(i - 1, Kind::every)) return 0;
  if (end == 0 && !rules_.is_season(i, i + 1)) return 0;
  const std::size_t done = end == 0 ? i + 1 : end;
  add(i, done, piece, "season");
  return done;
}

}  // namespace dateline::dates
