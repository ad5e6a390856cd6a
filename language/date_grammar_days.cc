// Days: May 8, 8 May, May 8-11, 4, 6 and 11 May, Friday, 5/8/1987, Christmas Day, on the 28th.
#include "language/date_calendar.h"
#include "language/date_grammar.h"

namespace dateline::dates {
namespace {

// Months whose names are other things, too: first names, a verb, a modal, an adjective.
bool is_ambiguous(int month) noexcept { return month >= 3 && month <= 8 && month != 7; }

bool is_time_word(Kind kind) noexcept {
  switch (kind) {
    case Kind::in: case Kind::since: case Kind::until: case Kind::during: case Kind::through:
    case Kind::from: case Kind::between: case Kind::before: case Kind::after: case Kind::this_word:
    case Kind::that: case Kind::last: case Kind::next: case Kind::coming: case Kind::previous: case Kind::same:
    case Kind::part: case Kind::dash: case Kind::slash: case Kind::over: case Kind::about:
    case Kind::ordinal: case Kind::on:
      return true;
    default:
      return false;
  }
}

bool is_join(Kind kind) noexcept {
  return kind == Kind::and_word || kind == Kind::or_word || kind == Kind::slash;
}

}  // namespace

// A month's name that is not something else by its own letters; the context is is_lone_month's business.
bool Grammar::is_month(std::size_t i) const {
  const Token& token = at(i);
  if (token.kind == Kind::month_abbr) return true;
  if (token.kind != Kind::month) return false;
  return token.has(Token::kCapital) || (token.value != 3 && token.value != 5 && token.value != 8) ||
         is(i - 1, Kind::part) || (is(i - 1, Kind::dash) && is(i - 2, Kind::part));
}

// Whether the month at `i`, without a day or a year behind it, is a month.
bool Grammar::is_lone_month(std::size_t i, std::size_t end) const {
  const Token& month = at(i);
  const Token& before = at(i - 1);
  const Token& behind = at(end);
  if (behind.kind == Kind::event_noun && behind.has(Token::kCapital)) return false;
  if (before.kind == Kind::feast || before.kind == Kind::long_word) return false;
  const bool timed = is_time_word(before.kind);
  if (month.kind == Kind::month_abbr) {
    return timed || (month.has(Token::kDot) && before.kind != Kind::title);
  }
  if (!is_ambiguous(month.value)) return true;
  if (is_name_like(i, end)) return false;
  if (timed || before.kind == Kind::the || before.kind == Kind::possessive ||
      before.has(Token::kPossessive)) {
    return !(month.value == 3 && behind.kind == Kind::on && !timed);
  }
  // A month beside another: "April and May".
  const std::size_t next = is(end, Kind::comma) ? end + 1 : end;
  if ((is_join(at(next).kind) || is(next, Kind::to)) && is_month(next + 1)) return true;
  if (is(end, Kind::comma) && is_month(end + 1)) return true;
  if ((is_join(before.kind) || before.kind == Kind::comma || before.kind == Kind::to) &&
      (is(i - 2, Kind::month) || is(i - 3, Kind::month) || is(i - 2, Kind::number))) {
    return true;
  }
  const bool verb_behind = behind.kind == Kind::past || behind.kind == Kind::be ||
                           behind.kind == Kind::have || behind.has(Token::kEd);
  if (before.kind == Kind::by || before.kind == Kind::of || before.kind == Kind::to ||
      before.kind == Kind::for_word) {
    return true;
  }
  const bool opens = before.kind == Kind::end || before.kind == Kind::period ||
                     before.kind == Kind::quote || before.kind == Kind::sentence_mark;
  if (opens) return verb_behind || behind.kind == Kind::end || behind.has(Token::kPossessive);
  return month.value != 5 && month.value != 3;
}

// April Jones, Sen. June Smith, Theresa May.
bool Grammar::is_name_like(std::size_t i, std::size_t end) const {
  const Token& before = at(i - 1);
  const Token& behind = at(end);
  if (before.kind == Kind::title) return true;
  const bool capital_behind = behind.kind == Kind::other && behind.has(Token::kCapital) &&
                              at(i).has(Token::kCapital) && !at(i).has(Token::kAllCaps);
  if (capital_behind && !is_time_word(before.kind) && before.kind != Kind::the) return true;
  const bool capital_before = before.kind == Kind::other && before.has(Token::kCapital) &&
                              !before.has(Token::kPossessive);
  return capital_before && !is(i - 2, Kind::the) && !is(i - 2, Kind::possessive);
}

// Whether what was read as a day is not in truth the number of what follows ("May 4 and 11 soldiers").
bool Grammar::ends_cleanly(std::size_t i) const {
  const Token& token = at(i);
  switch (token.kind) {
    case Kind::other:
      return token.has(Token::kCapital) || token.has(Token::kEd);
    case Kind::percent: case Kind::quantity_noun: case Kind::currency: case Kind::units:
    case Kind::unit: case Kind::clock: case Kind::half: case Kind::no_verb: case Kind::title:
      return false;
    case Kind::dash:
      return !(tokens_.glued(i) && tokens_.glued(i + 1)) || at(i + 1).kind != Kind::other;
    default:
      return true;
  }
}

// A number that can be a day of the month.
std::size_t Grammar::day_at(std::size_t i, int& day) const {
  const Token& token = at(i);
  if (token.value < 1 || token.value > 31 || token.has(Token::kApostrophe)) return 0;
  const bool number = token.kind == Kind::number && token.digits <= 2;
  const bool ordinal = token.kind == Kind::ordinal && (token.digits > 0 || is(i - 1, Kind::the));
  if ((!number && !ordinal) || is(i - 1, Kind::currency)) return 0;
  const Token& next = at(i + 1);
  if (next.kind == Kind::percent || (next.kind == Kind::quantity_noun && next.value == 1)) return 0;
  if (tokens_.glued(i + 1) && (next.kind == Kind::colon || next.kind == Kind::dash)) {
    const Token& after = at(i + 2);
    if (tokens_.glued(i + 2) && next.kind == Kind::colon && after.kind == Kind::number) return 0;
    if (tokens_.glued(i + 2) && next.kind == Kind::dash && next.value == 1 &&
        (after.kind == Kind::other || after.kind == Kind::unit)) {
      return 0;
    }
  }
  day = token.value;
  return i + 1;
}

// One day or one range of days. `month` 0: the month comes behind.
std::size_t Grammar::day_item(std::size_t i, int month) {
  Piece piece;
  piece.month = month;
  const std::size_t j = day_at(i, piece.day);
  if (j == 0) return 0;
  Expression& e = add(i, j, piece, "month-day");
  const bool dash = is(j, Kind::dash);
  if (!dash && !is(j, Kind::to) && !is(j, Kind::through) && !is(j, Kind::until)) return j;
  Piece right = piece;
  const std::size_t k = day_at(skip(j + 1, Kind::the), right.day);
  if (k == 0 || right.day <= piece.day) return j;
  const bool glued = dash && tokens_.glued(j + 1);
  if (month != 0 && (is_month(k) || (!glued && !ends_cleanly(k)))) return j;
  if (month != 0 && is(k, Kind::quantity_noun) && !glued) return j;
  e.right = right;
  e.range = true;
  e.last = k;
  e.rule = "day-range";
  return k;
}

// A list: 4, 6, and 11; 5-7 and 12-14. It must be closed by "and" or "or", or else only its first item counts.
std::size_t Grammar::day_items(std::size_t i, int month) {
  std::size_t j = day_item(i, month);
  if (j == 0) return 0;
  std::size_t good = j, count = items_.size();
  while (items_.size() < kMaxItems) {
    const std::size_t k = skip(j, Kind::comma);
    const bool closing = is_join(at(k).kind);
    const std::size_t start = skip(closing ? k + 1 : k, Kind::the);
    if (start == j) break;
    const Expression& last = items_.back();
    const int from = last.range ? last.right.day : last.left.day;
    j = day_item(start, month);
    if (j == 0 || items_.back().left.day <= from) break;
    if (month != 0 && (is_month(j) || !ends_cleanly(j))) break;
    if (closing || (month == 0 && is_month(j))) good = j, count = items_.size();
  }
  items_.resize(count);
  return good;
}

std::size_t Grammar::month_first(std::size_t i) {
  if (!is_month(i)) return 0;
  const Token& month = at(i);
  const std::size_t start = items_.size();
  const std::size_t number = is(i + 1, Kind::the) && is(i + 2, Kind::ordinal) ? i + 2 : i + 1;
  const bool counts = is(number + 1, Kind::quantity_noun) &&
                      (is(i - 1, Kind::in) || is(i - 1, Kind::during));
  const bool rocket = is(i - 1, Kind::long_word) && month.value == 3;
  const bool walks = !month.has(Token::kCapital) && month.value == 3 && !is(i - 1, Kind::part);
  if (rocket || walks) return 0;
  if (const std::size_t end = counts ? 0 : day_items(number, month.value); end != 0) {
    items_[start].first = i;
    Expression& last = items_.back();
    const std::size_t done = year_tail(end, last.left);
    if (done == 0) return end;
    last.last = done;
    last.right.year = last.left.year;
    for (std::size_t k = start; k < items_.size(); ++k) {
      Expression& e = items_[k];
      e.left.year = e.right.year = last.left.year;
      e.left.ref = e.right.ref = last.left.ref;
      e.left.short_year = e.right.short_year = last.left.short_year;
      if (!e.range) e.rule = "full-date";
    }
    return done;
  }
  Piece piece;
  piece.base = Precision::month;
  piece.month = month.value;
  if (const std::size_t end = year_tail(i + 1, piece); end != 0) {
    if (is(i - 1, Kind::every)) return 0;
    add(i, end, piece, "month");
    return end;
  }
  if (is(i - 1, Kind::every) || !is_lone_month(i, i + 1)) return 0;
  add(i, i + 1, piece, "month");
  return i + 1;
}

std::size_t Grammar::day_first(std::size_t i) {
  const std::size_t start = items_.size();
  std::size_t j = day_items(i, 0);
  if (j == 0) return 0;
  if (is_unit(j, Precision::day) && is(j + 1, Kind::of)) ++j;  // the 16th day of May
  j = skip(j, Kind::of);
  if (!is_month(j) || (is(j, Kind::month_abbr) && is(j + 1, Kind::number) &&
                       at(j + 1).digits < 3)) {
    items_.resize(start);
    return 0;
  }
  Piece tail;
  tail.month = at(j).value;
  const std::size_t done = year_tail(j + 1, tail);
  const std::size_t end = done == 0 ? j + 1 : done;
  for (std::size_t k = start; k < items_.size(); ++k) {
    Expression& e = items_[k];
    for (Piece* piece : {&e.left, &e.right}) {
      piece->month = tail.month;
      piece->year = tail.year;
      piece->ref = tail.ref;
      piece->short_year = tail.short_year;
    }
    if (!e.range && done != 0) e.rule = "full-date";
  }
  items_.back().last = end;
  return end;
}

// Friday, May 8, 1987; Friday the 8th of May; Friday (May 8); Friday.
std::size_t Grammar::weekday_first(std::size_t i) {
  const Token& token = at(i);
  const std::size_t start = items_.size();
  const bool bracket = is(i + 1, Kind::open_bracket);
  std::size_t j = bracket ? i + 2 : skip(i + 1, Kind::comma);
  j = skip(j, Kind::the);
  std::size_t end = month_first(j);
  if (end == 0) end = day_first(j);
  if (end != 0 && items_[start].left.base == Precision::day &&
      (!bracket || is(end, Kind::close_bracket))) {
    items_[start].left.weekday = token.value;
    items_[start].first = i;
    return bracket ? end + 1 : end;
  }
  items_.resize(start);
  const Token& before = at(i - 1);
  if (token.kind != Kind::weekday || before.kind == Kind::every || before.kind == Kind::a ||
      before.kind == Kind::feast || (is(i + 1, Kind::paper) && at(i + 1).has(Token::kCapital))) {
    return 0;
  }
  Piece piece;
  piece.weekday = token.value;
  add(i, i + 1, piece, "weekday").form = Form::weekday;
  return i + 1;
}

// New Year's Day, Christmas, May Day; the new year.
std::size_t Grammar::fixed_day(std::size_t i) {
  Piece piece;
  std::size_t j = i + 1;
  if (is(i, Kind::christmas)) {
    piece.month = 12;
    piece.day = is(j, Kind::eve) ? 24 : 25;
    if (at(i).has(Token::kPossessive) || is(i - 1, Kind::other_calendar)) return 0;
    const bool named = is(j, Kind::eve) || is_unit(j, Precision::day);
    if (!named && is_noun_like(j)) return 0;
    if (named) ++j;
  } else if (is(i, Kind::new_word) && is_unit(j, Precision::year)) {
    if (is(i - 1, Kind::other_calendar)) return 0;
    ++j;
    if (is(j, Kind::eve) || (is_unit(j, Precision::day) && at(j - 1).has(Token::kPossessive))) {
      piece.month = is(j, Kind::eve) ? 12 : 1;
      piece.day = is(j, Kind::eve) ? 31 : 1;
      ++j;
    } else {
      if (!is(i - 1, Kind::the) || is_noun_like(j) || at(j - 1).has(Token::kPossessive)) return 0;
      piece.base = Precision::year;
      piece.ref = Ref::new_year;
      add(i, j, piece, "new-year");
      return j;
    }
  } else if (is(i, Kind::month) && at(i).value == 5 && is_unit(j, Precision::day) &&
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

// 4/9/1986, 19-4-1986: month first if it can be one. 9/11 alone is a name.
std::size_t Grammar::numeric(std::size_t i) {
  const Kind sign = at(i + 1).kind;
  if ((sign != Kind::slash && !(sign == Kind::dash && at(i + 1).value == 1)) || at(i).digits > 2 ||
      !is(i + 2, Kind::number) || at(i + 2).digits > 2 || !tokens_.glued(i + 1) ||
      !tokens_.glued(i + 2)) {
    return 0;
  }
  const int a = at(i).value, b = at(i + 2).value;
  Piece piece;
  if (is(i + 3, sign) && is(i + 4, Kind::number) && at(i + 4).digits == 4 &&
      tokens_.glued(i + 3) && tokens_.glued(i + 4)) {
    piece.month = a <= 12 ? a : b;
    piece.day = a <= 12 ? b : a;
    piece.year = at(i + 4).value;
    const bool ok = days_in_year(piece, piece.year).has_value();
    add(i, i + 5, piece, "numeric").form = ok ? Form::calendar : Form::nothing;
    return i + 5;
  }
  if (a != 9 || b != 11 || sign != Kind::slash ||
      (tokens_.glued(i + 3) && is(i + 3, Kind::slash))) {
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
    case Kind::on: case Kind::until: case Kind::by: case Kind::from: case Kind::since:
    case Kind::to: case Kind::through: case Kind::between:
      break;
    default:
      return 0;
  }
  const auto over = [this](std::size_t j) {
    return is_phrase_end(j) || is(j, Kind::to) || is(j, Kind::through) || is(j, Kind::the) ||
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
