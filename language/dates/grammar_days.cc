// Days: May 8, 8 May, May 8-11, 4, 6 and 11 May, Friday.
#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {
namespace {

constexpr KindSet kJoins{Kind::and_word, Kind::or_word, Kind::slash};

}  // namespace

// A number that can be a day of the month.
std::size_t Grammar::day_at(std::size_t i, int& day) const {
  const Token& token = at(i);
  // The twenty-second of June, May first; this eighth day of September, as treaties have it.
  if (token.digits == 0 && (token.kind == Kind::ordinal || token.kind == Kind::cardinal)) {
    constexpr KindSet kBefore{Kind::the,     Kind::month, Kind::month_abbr,
                              Kind::weekday, Kind::comma, Kind::and_word};
    int value = 0;
    const std::size_t end = rules_.ordinal_at(i, value);
    const bool treaty =
        is(i - 1, Kind::this_word) && rules_.is_unit(end, Precision::day) && is(end + 1, Kind::of);
    if (end == 0 || value < 1 || value > 31 || (!kBefore.contains(at(i - 1).kind) && !treaty)) {
      return 0;
    }
    day = value;
    return end;
  }
  if (token.value < 1 || token.value > 31 || token.has(Token::kApostrophe)) return 0;
  const bool number = token.kind == Kind::number && token.digits <= 2;
  const bool ordinal = token.kind == Kind::ordinal;
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
  // The night of 4/5 June: one stretch of two days.
  const bool night = is(j, Kind::slash) && tokens_.glued(j) && tokens_.glued(j + 1) &&
                     at(j + 1).value == piece.day + 1;
  const bool dash = is(j, Kind::dash) || night;
  if (at(j - 1).digits == 0 && at(skip(j + 1, Kind::the)).digits != 0)
    return j;  // the second until 25
  if (!dash && !is(j, Kind::to) && !is(j, Kind::through) && !is(j, Kind::until)) return j;
  Piece right = piece;
  const std::size_t k = day_at(skip(j + 1, Kind::the), right.day);
  if (k == 0 || right.day <= piece.day) return j;
  const bool glued = dash && tokens_.glued(j + 1);
  if (month != 0 && (rules_.is_month(k) || (!glued && !rules_.ends_cleanly(k)))) return j;
  if (month != 0 && is(k, Kind::quantity_noun) && !glued) return j;
  e.right = right;
  e.range = true;
  e.last = k;
  e.rule = "day-range";
  return k;
}

// A list: 4, 6, and 11; 5-7 and 12-14. It must be closed by "and" or "or", or else only its first
// item counts.
std::size_t Grammar::day_items(std::size_t i, int month) {
  std::size_t j = day_item(i, month);
  if (j == 0) return 0;
  std::size_t good = j, count = items_.size();
  while (items_.size() < kMaxItems) {
    const std::size_t k = skip(j, Kind::comma);
    const bool closing = kJoins.contains(at(k).kind);
    std::size_t start = skip(closing ? k + 1 : k, Kind::the);
    if (start == j) break;
    // Monday 4 and Tuesday 5 May
    const bool weekday = is(start, Kind::weekday) || is(start, Kind::weekday_abbr);
    const int name = weekday ? at(start).value : 0;
    if (weekday) start = skip(start + 1, Kind::the);
    const Expression& last = items_.back();
    const int from = last.range ? last.right.day : last.left.day;
    j = day_item(start, month);
    if (j == 0 || items_.back().left.day <= from) break;
    items_.back().left.weekday = name;
    if (weekday) items_.back().first = start - 1;
    if (month != 0 && (rules_.is_month(j) || !rules_.ends_cleanly(j))) break;
    if (closing || (month == 0 && rules_.is_month(j))) good = j, count = items_.size();
  }
  items_.resize(count);
  return good;
}

// "Payable May six", as some wires write; but not "in May six were shot". The number must close its
// phrase, or have a year behind it.
std::size_t Grammar::worded_day(std::size_t i) {
  constexpr KindSet kEnds{Kind::end,       Kind::period, Kind::comma,
                          Kind::semicolon, Kind::colon,  Kind::sentence_mark,
                          Kind::clause,    Kind::to,     Kind::close_bracket};
  if (!is(i + 1, Kind::cardinal) || at(i + 1).value > 9 || is(i - 1, Kind::in)) return 0;
  Piece piece;
  piece.month = at(i).value;
  piece.day = at(i + 1).value;
  const std::size_t done = year_tail(i + 2, piece);
  if (done == 0 && !kEnds.contains(at(i + 2).kind)) return 0;
  const std::size_t end = done == 0 ? i + 2 : done;
  add(i, end, piece, done == 0 ? "month-day" : "full-date");
  return end;
}

std::size_t Grammar::month_first(std::size_t i) {
  if (!rules_.is_month(i)) return 0;
  const Token& month = at(i);
  const std::size_t start = items_.size();
  const bool ordinal = is(i + 1, Kind::the) && is(i + 2, Kind::ordinal);
  const std::size_t number = ordinal || has_stray_mark(i + 1) ? i + 2 : i + 1;
  const bool counts =
      is(number + 1, Kind::quantity_noun) && (is(i - 1, Kind::in) || is(i - 1, Kind::during));
  const bool rocket = is(i - 1, Kind::long_word) && month.value == 3;
  if (rocket || is_a_march(i)) return 0;
  if (const std::size_t end = counts ? 0 : day_items(number, month.value); end != 0) {
    items_[start].first = i;
    Expression& last = items_.back();
    const std::size_t done = year_tail(end, last.left);
    const bool worded = at(number).digits == 0 && at(end - 1).digits == 0;
    if (done == 0 && worded && !rules_.is_phrase_end(end)) {
      items_.resize(start);
      return 0;
    }
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
  if (const std::size_t end = worded_day(i); end != 0) return end;
  Piece piece;
  piece.base = Precision::month;
  piece.month = month.value;
  std::size_t tail = year_tail(i + 1, piece);
  if (tail == 0) tail = joined_month(i + 1, piece);
  const bool named = is(i + 1, Kind::open_bracket) && !is(i - 1, Kind::in) &&
                     !is(i - 1, Kind::of) && !is(i - 1, Kind::part) && !is(i - 1, Kind::since) &&
                     !is(i - 1, Kind::by);
  if (const std::size_t end = tail; end != 0 && !named) {
    if (is(i - 1, Kind::every)) return 0;
    add(i, end, piece, "month");
    return end;
  }
  const bool no_such_day = is(i - 1, Kind::on) && is(i + 1, Kind::number) && at(i + 1).value > 31;
  if (is(i - 1, Kind::every) || no_such_day || !rules_.is_lone_month(i, i + 1)) return 0;
  add(i, i + 1, piece, "month");
  return i + 1;
}

// Whether a month's name stands near enough behind token `i` for a list of days to end with it.
// Calls come in the order of the tokens, a few steps back at most, so that each token is looked at
// once.
bool Grammar::month_follows(std::size_t i) {
  constexpr std::size_t kLongestList = 5 * kMaxItems;
  if (next_month_ < i) next_month_ = i;
  while (next_month_ < tokens_.size() && !is(next_month_, Kind::month) &&
         !is(next_month_, Kind::month_abbr)) {
    ++next_month_;
  }
  return next_month_ < tokens_.size() && next_month_ - i <= kLongestList;
}

std::size_t Grammar::day_first(std::size_t i) {
  if (!month_follows(i)) return 0;
  const std::size_t start = items_.size();
  std::size_t j = day_items(i, 0);
  if (j == 0) return 0;
  // The 16th day of May; but "the first days of May" are several.
  if (rules_.is_unit(j, Precision::day) && !is(j, Kind::units) && is(j + 1, Kind::of)) ++j;
  j = skip(j, Kind::of);
  if (is(j, Kind::the) && rules_.is_unit(j + 1, Precision::month) && is(j + 2, Kind::of)) j += 3;
  if (!rules_.is_month(j) ||
      (is(j, Kind::month_abbr) && is(j + 1, Kind::number) && at(j + 1).digits < 3)) {
    items_.resize(start);
    return 0;
  }
  Piece tail;
  tail.month = at(j).value;
  std::size_t done = year_tail(j + 1, tail);
  constexpr KindSet kVerbs{Kind::be, Kind::have, Kind::modal, Kind::past};
  if (done == 0 && is(j, Kind::month) && is(j + 1, Kind::period) &&
      !kVerbs.contains(at(j + 3).kind)) {
    done = year_number(j + 2, tail);  // a stray stop: 5 July. 1999
  }
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

}  // namespace dateline::dates
