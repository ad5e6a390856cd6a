// What stands apart from what it belongs to (the August coup of 1991, May (1998)) or is written in
// an odd way: 13-Jan-1998, 28.9.-2.10.1998, 1998 Aug. 7, a year in words.
#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {

// The August coup of 1991, the May 11-13 tests of 1998, the first-quarter results of 1998: the year
// behind the event is that of the date before it. Of a spring offensive the year alone counts.
std::size_t Grammar::event_year(std::size_t end) {
  constexpr std::size_t kLongestName = 3;
  if (items_.empty() || items_.back().last != end) return end;
  const Expression& first = items_.front();
  const Token& before = at(first.first - 1);
  const bool determined = before.kind == Kind::the || before.kind == Kind::possessive ||
                          before.kind == Kind::a || before.has(Token::kPossessive);
  if (!determined) return end;
  for (const Expression& e : items_) {
    const bool dated = e.left.base == Precision::day || e.left.base == Precision::month ||
                       e.left.base == Precision::season || is_fraction(e.left);
    if (e.form != Form::calendar || !lacks_year(e.left) || !dated) return end;
  }
  std::size_t k = end;
  while (k < end + kLongestName && rules_.is_noun_like(k)) ++k;
  const bool two_digits = at(k + 1).has(Token::kApostrophe);
  Piece year;
  year.base = Precision::year;
  if (k == end || !is(k, Kind::of) || (!two_digits && !rules_.is_lone_year(k + 1)) ||
      year_number(k + 1, year) == 0) {
    return end;
  }
  if (first.left.base == Precision::season) {
    items_.clear();
    add(k + 1, k + 2, year, "year");
    return k + 2;
  }
  for (Expression& e : items_) {
    e.left.year = e.right.year = year.year;
    e.left.short_year = e.right.short_year = year.short_year;
    e.after_event = true;
  }
  items_.back().last = k + 2;
  return k + 2;
}

// In May (1998); the talks (February 20–21), 1999.
std::size_t Grammar::bracketed_year(std::size_t i, Piece& piece) const {
  if (is(i, Kind::open_bracket)) {
    const bool closed = is(i + 2, Kind::close_bracket);
    return closed && !at(i + 1).has(Token::kApostrophe) ? year_number(i + 1, piece) : 0;
  }
  if (!is(i + 1, Kind::comma) || at(i + 2).has(Token::kApostrophe)) return 0;
  return rules_.is_phrase_end(i + 3) ? year_number(i + 2, piece) : 0;
}

// Nineteen hundred and fifty-one, nineteen fifty-one, one thousand nine hundred and fifty-one.
std::size_t Grammar::year_in_words(std::size_t i, Piece& piece) const {
  if (!is(i, Kind::cardinal)) return 0;
  std::size_t j = i;
  int year = 0;
  if (at(i).value <= 2 && tokens_.text_of(i + 1) == "thousand") {
    year = at(i).value * 1000;
    j = skip(i + 2, Kind::and_word);
  }
  if (is(j, Kind::cardinal) && at(j).value < 20 && is(j + 1, Kind::cardinal) &&
      at(j + 1).value == 100) {
    year += at(j).value * 100;
    j = skip(j + 2, Kind::and_word);
  } else if (year == 0) {
    const bool century = at(i).value >= 10 && at(i).value <= 20 && is(i + 1, Kind::cardinal);
    if (!century || at(i + 1).value < 20 || at(i + 1).value > 90) return 0;
    year = at(i).value * 100;
    j = i + 1;
  }
  if (is(j, Kind::cardinal) && at(j).value < 100) {
    const bool tens = at(j).value >= 20;
    year += at(j++).value;
    const std::size_t unit = skip(j, Kind::dash);
    if (tens && is(unit, Kind::cardinal) && at(unit).value < 10) {
      year += at(unit).value;
      j = unit + 1;
    }
  }
  if (year < kFirstYear || year > kLastYear || !rules_.is_phrase_end(j)) return 0;
  piece.year = year;
  return j;
}

// The year 1952, behind "in", as treaties write it.
std::size_t Grammar::named_year(std::size_t i, Piece& piece) const {
  if (!is(i, Kind::the) || !rules_.is_unit(i + 1, Precision::year)) return 0;
  if (const std::size_t end = year_number(i + 2, piece); end != 0) return end;
  return year_in_words(i + 2, piece);
}

// 13-Jan-1998, 13.Jan.1998, 13/January/98.
std::size_t Grammar::joined_day(std::size_t i) {
  const Kind sign = at(i + 1).kind;
  if ((sign != Kind::dash && sign != Kind::slash && sign != Kind::period) || at(i).digits > 2)
    return 0;
  const bool month = is(i + 2, Kind::month) || is(i + 2, Kind::month_abbr);
  if (!month || !tokens_.glued(i + 1) || !tokens_.glued(i + 2)) return 0;
  const std::size_t year = is(i + 3, sign) && tokens_.glued(i + 3) ? i + 4 : i + 3;
  if (!is(year, Kind::number) || !tokens_.glued(year) ||
      (at(year).digits != 4 && (at(year).digits != 2 || year == i + 3))) {
    return 0;
  }
  Piece piece;
  piece.day = at(i).value;
  piece.month = at(i + 2).value;
  set_year(at(year), piece);
  add(i, year + 1, piece, "full-date");
  return year + 1;
}

// Jan-1998: the index behind the year, `i` stands at the hyphen.
std::size_t Grammar::joined_month(std::size_t i, Piece& piece) const {
  const bool joined = is(i, Kind::dash) && at(i).value == 1 && tokens_.glued(i) &&
                      tokens_.glued(i + 1) && at(i + 1).digits == 4;
  if (!joined || (is(i + 2, Kind::dash) && tokens_.glued(i + 2))) return 0;
  return year_number(i + 1, piece);
}

// 28.9.-2.10.1998, 28-30.9.1998: the right side gives what the left lacks.
std::size_t Grammar::numeric_range(std::size_t i) {
  std::size_t k = i + 1;
  int month = 0;
  if (is(k, Kind::period)) {
    ++k;
    if (is(k, Kind::number) && is(k + 1, Kind::period)) {
      month = at(k).value;
      k += 2;
    }
  }
  const bool shape = is(k, Kind::dash) && is(k + 1, Kind::number) && is(k + 2, Kind::period) &&
                     is(k + 3, Kind::number) && is(k + 4, Kind::period) && is(k + 5, Kind::number);
  if (!shape || at(i).digits > 2 || at(k + 1).digits > 2 || at(k + 3).digits > 2 ||
      at(k + 5).digits != 4) {
    return 0;
  }
  for (std::size_t t = i + 1; t <= k + 5; ++t) {
    if (!tokens_.glued(t)) return 0;
  }
  Piece left, right;
  right.day = at(k + 1).value;
  right.month = at(k + 3).value;
  right.year = at(k + 5).value;
  left = right;
  left.day = at(i).value;
  if (month != 0) left.month = month;
  if (left.month > right.month) --left.year;
  Expression& e = add(i, k + 6, left, "day-range");
  e.right = right;
  e.range = true;
  if (!days_in_year(left, left.year) || !days_in_year(right, right.year)) e.form = Form::nothing;
  return k + 6;
}

// 1998 Aug. 7, 1998 August; 1998, August 7, where it opens a text or a sentence.
std::size_t Grammar::before_month(std::size_t i) {
  constexpr int kMarch = 3, kMay = 5;
  if (!rules_.is_year(i)) return 0;
  const bool comma = is(i + 1, Kind::comma);
  const std::size_t month = comma ? i + 2 : i + 1;
  if (!is(month, Kind::month) && !is(month, Kind::month_abbr)) return 0;
  if (comma && !kSentenceStarts.contains(at(i - 1).kind) && at(i - 1).kind != Kind::open_bracket) {
    return 0;
  }
  const std::size_t start = items_.size();
  const std::size_t end = month_first(month);
  const bool lone = end == month + 1;
  const bool verb = at(month).value == kMarch || at(month).value == kMay;
  const bool fits = end != 0 && items_[start].left.year == 0 &&
                    items_[start].left.ref == Ref::none && (!lone || (!comma && !verb));
  if (!fits) {
    items_.resize(start);
    return 0;
  }
  for (std::size_t k = start; k < items_.size(); ++k) {
    Expression& e = items_[k];
    e.left.year = e.right.year = at(i).value;
    if (!e.range && e.left.base == Precision::day) e.rule = "full-date";
  }
  items_[start].first = i;
  return end;
}

// The second month of 2000.
std::size_t Grammar::month_of_year(std::size_t i, int ordinal, std::size_t j) {
  constexpr int kMonths = 12;
  if (ordinal < 1 || ordinal > kMonths || !rules_.is_unit(j, Precision::month) ||
      is(j, Kind::units) || !is(j + 1, Kind::of)) {
    return 0;
  }
  Piece piece;
  piece.base = Precision::month;
  piece.month = ordinal;
  const std::size_t year =
      is(j + 2, Kind::the) && rules_.is_unit(j + 3, Precision::year) ? j + 4 : j + 2;
  const std::size_t end = year_number(year, piece);
  if (end != 0) add(i, end, piece, "month");
  return end;
}

// Whether tens without a century are a decade: behind the article (the late 70s), in a list of
// decades, or joined to a noun (an 80s-era law). `first` is where the phrase begins, `decade` where
// the tens stand. Ages, temperatures and prices are none: in his 70s, the low 70s, fell to the
// mid-40s.
bool Grammar::fits_decade(std::size_t first, std::size_t decade) const {
  constexpr KindSet kScales{Kind::to, Kind::from, Kind::at};
  constexpr std::size_t kReach = 6;
  if (is(first - 1, Kind::possessive) || is(decade - 1, Kind::level)) return false;
  if (is(decade + 1, Kind::a) || is(decade + 1, Kind::percent)) return false;
  if (is(decade + 1, Kind::dash) && tokens_.glued(decade + 1) && tokens_.glued(decade + 2) &&
      is(decade + 2, Kind::other)) {
    return true;
  }
  if (is(decade + 1, Kind::dash) && tokens_.glued(decade + 1) && is(decade + 2, Kind::vintage)) {
    return true;
  }
  const bool beside = kConjunctions.contains(at(first - 1).kind) || is(first - 1, Kind::comma);
  if (beside && decade_end_ != 0) {
    std::size_t joint = first - 1;
    if (is(joint, Kind::and_word) && is(joint - 1, Kind::comma)) --joint;
    if (decade_end_ == joint) return true;
  }
  const bool adjective = first == decade && is(first - 1, Kind::other) && is(first - 2, Kind::the);
  const std::size_t article = adjective                   ? first - 2
                              : is(decade - 1, Kind::the) ? decade - 1
                                                          : first - 1;
  if (!is(article, Kind::the)) return false;
  if (!kScales.contains(at(article - 1).kind)) return true;
  for (std::size_t k = article; k > 0 && article - k < kReach; --k) {
    if (is(k - 1, Kind::past) && at(k - 1).value == 1) return false;
  }
  return true;
}

// The Green March of 1975, the Women's March of 1956: people on foot.
bool Grammar::is_a_march(std::size_t i) const {
  constexpr int kMarch = 3;
  constexpr std::size_t kLongestName = 4;
  constexpr KindSet kDeterminers{Kind::the, Kind::a, Kind::possessive};
  const Token& before = at(i - 1);
  if (at(i).value != kMarch || !is(i, Kind::month) || !is(i + 1, Kind::of)) return false;
  if (!before.has(Token::kCapital) || before.digits > 0) return false;
  if (before.has(Token::kPossessive)) return true;
  const bool word = before.kind == Kind::other || before.kind == Kind::feast ||
                    before.kind == Kind::no_verb || before.kind == Kind::long_word;
  std::size_t first = i - 1;  // the Million Man March
  while (first > 0 && i - first < kLongestName && at(first - 1).has(Token::kCapital) &&
         !kDeterminers.contains(at(first - 1).kind)) {
    --first;
  }
  return word && kDeterminers.contains(at(first - 1).kind);
}

// A comma or full stop between a month and its day, where a year follows: August, 20, 1999.
bool Grammar::has_stray_mark(std::size_t i) const {
  const bool mark = is(i, Kind::comma) || (is(i, Kind::period) && is(i - 1, Kind::month));
  const Token& day = at(i + 1);
  const bool number = (day.kind == Kind::number && day.digits <= 2) ||
                      (day.kind == Kind::ordinal && day.digits > 0);
  if (!mark || !number) return false;
  return rules_.is_year(is(i + 2, Kind::comma) ? i + 3 : i + 2);
}

}  // namespace dateline::dates
