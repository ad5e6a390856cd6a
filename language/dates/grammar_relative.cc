// What is seen from somewhere else: last year, two weeks later, the past decade, earlier this year,
// tomorrow.
#include <algorithm>

#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {
// two, 12, twenty-five, a, a couple of
std::size_t Grammar::count_at(std::size_t i, int& count) const {
  const Token& token = at(i);
  if (token.kind == Kind::number) {
    count = token.value;
    return token.digits <= 3 && token.value > 0 && !token.has(Token::kApostrophe) ? i + 1 : 0;
  }
  if (token.kind == Kind::a && is(i + 1, Kind::cardinal)) {
    count = at(i + 1).value;
    return skip(i + 2, Kind::of);
  }
  if (token.kind == Kind::a) return count = 1, i + 1;
  if (token.kind != Kind::cardinal) return 0;
  count = token.value;
  if (token.value >= 20 && token.value < 100 && is(i + 1, Kind::dash) &&
      is(i + 2, Kind::cardinal) && at(i + 2).value < 10) {
    count += at(i + 2).value;
    return i + 3;
  }
  if (is(i + 1, Kind::cardinal) && at(i + 1).value == 100) return count *= 100, i + 2;
  return i + 1;
}

// and a half, -and-a-half: the index behind it, or `i`
std::size_t Grammar::and_a_half(std::size_t i) const {
  const std::size_t j = skip(i, Kind::dash);
  const std::size_t k = skip(j + 1, Kind::dash);
  if (!is(j, Kind::and_word) || !is(k, Kind::a)) return i;
  const std::size_t half = skip(k + 1, Kind::dash);
  return is(half, Kind::half) ? half + 1 : i;
}

// three weeks, a year, half a century, a half-century, two and a half years, a year and a half
std::size_t Grammar::count_and_unit(std::size_t i, Count& count) const {
  const std::size_t half = is(i, Kind::a) && is(i + 1, Kind::half) ? i + 1 : i;
  if (is(half, Kind::half)) {
    const std::size_t j = is(half + 1, Kind::dash) || is(half + 1, Kind::a) ? half + 2 : half + 1;
    if (!is(j, Kind::unit) || j == half + 1 || (half != i && is(i - 1, Kind::and_word))) return 0;
    count = {1, static_cast<Precision>(at(j).value), true};
    return j + 1;
  }
  const std::size_t j = count_at(i, count.value);
  if (j == 0) return 0;
  const std::size_t unit = and_a_half(j);
  if (!is(unit, Kind::units) && !is(unit, Kind::unit)) return 0;
  count.unit = static_cast<Precision>(at(unit).value);
  const std::size_t end = unit == j ? and_a_half(unit + 1) : unit + 1;
  count.half = end != j + 1;
  if (count.half) count.value = 2 * count.value + 1;
  return end;
}

std::size_t Grammar::counted(std::size_t i) {
  Count count;
  std::size_t j = count_and_unit(i, count);
  if (j == 0) return 0;
  if (is(j, Kind::or_word) && (is(j + 2, Kind::ago) || is(j + 2, Kind::later))) j += 2;
  const bool from_now = (is(j, Kind::from) && is(j + 1, Kind::now)) || is(j, Kind::hence);
  if (is(j, Kind::ago) || from_now) {
    const std::size_t end = is(j, Kind::from) ? j + 2 : j + 1;
    Expression& e = add(i, end, {}, "ago");
    e.form = Form::ago;
    e.unit = count.unit;
    e.count = from_now ? count.value : -count.value;
    e.half = count.half;
    return end;
  }
  if (const std::size_t end = from_present(i, j, count); end != 0) return end;
  return shifted(i, j, count);
}

// Whether the words before token `i`, as far back as the verb, make of "in ten years" the time that
// has passed: the first visit, for the first time, once, the worst flood.
bool Grammar::counts_back(std::size_t i) const {
  constexpr std::size_t kReach = 16;
  constexpr KindSet kVerbs{Kind::modal, Kind::planned, Kind::comma, Kind::period};
  for (std::size_t back = 1; back <= std::min(i, kReach); ++back) {
    const std::size_t k = i - back;
    if (kVerbs.contains(at(k).kind)) return false;
    const auto word = tokens_.text_of(k);
    if (is(k, Kind::ordinal) || is(k, Kind::last) || word == "most" || word == "once" ||
        word == "twice" || word == "only" || word == "time" || word.ends_with("est")) {
      return true;
    }
  }
  return false;
}

// in three months, within a week: seen from the present, if the clause looks ahead. "In a year" is
// a rate, and what follows a superlative ("the first visit in ten years") looks back.
std::size_t Grammar::from_present(std::size_t i, std::size_t j, const Count& count) {
  const bool within = is(i - 1, Kind::within);
  const bool in = is(i - 1, Kind::in) && !is(i, Kind::a);
  if ((!in && !within) || !rules_.is_phrase_end(j) || is(j, Kind::dash)) return 0;
  if (counts_back(i - 1)) return 0;
  Expression& e = add(within ? i - 1 : i, j, {}, within ? "window" : "ago");
  e.form = within ? Form::window : Form::ago;
  e.unit = count.unit;
  e.count = count.value;
  e.half = count.half;
  e.if_promised = true;
  return j;
}

// … earlier, later, before, after: from the reference, or from the date that follows
std::size_t Grammar::shifted(std::size_t i, std::size_t j, const Count& count) {
  const Token& word = at(j);
  const bool back = word.kind == Kind::earlier || word.kind == Kind::before;
  const bool preposition =
      word.kind == Kind::before || (word.kind == Kind::after && word.value == 0);
  if (!preposition && word.kind != Kind::earlier && word.kind != Kind::later) return 0;
  Expression e;
  e.form = Form::shift;
  e.unit = count.unit;
  e.count = back ? -count.value : count.value;
  e.first = i;
  e.last = j + 1;
  e.rule = "shift";
  e.half = count.half;
  if (preposition && !kStops.contains(at(j + 1).kind)) {
    const std::size_t start = items_.size();
    const std::size_t end = atom(skip(j + 1, Kind::the));
    // What is read to its end may be no date: 2001-0.
    if (end == 0 || items_.size() == start || items_[start].form != Form::calendar) {
      items_.resize(start);
      return 0;
    }
    e.left = items_[start].left;
    e.right = items_[start].right;
    e.range = items_[start].range;
    e.by_base = true;
    items_.insert(items_.begin() + static_cast<std::ptrdiff_t>(start), e);
    return end;
  }
  if (tokens_.text_of(j + 1) == "than") return 0;
  items_.push_back(e);
  return j + 1;
}

// the day before (yesterday), the year after, the day before May 8
std::size_t Grammar::unit_before(std::size_t i) {
  const Token& word = at(i + 1);
  if (!is(i - 1, Kind::the) ||
      (word.kind != Kind::before && !(word.kind == Kind::after && word.value == 0))) {
    return 0;
  }
  const bool back = word.kind == Kind::before;
  if (is(i + 2, Kind::day_word) && at(i + 2).value == (back ? -1 : 1)) {
    Expression& e = add(i, i + 3, {}, "day-word");
    e.form = Form::day_word;
    e.count = back ? -2 : 2;
    return i + 3;
  }
  const auto unit = static_cast<Precision>(at(i).value);
  // the year before last, the month after next
  if (unit >= Precision::month && is(i + 2, back ? Kind::last : Kind::next) &&
      rules_.is_phrase_end(i + 3)) {
    Expression& e = add(i, i + 3, {}, "relative-unit");
    e.form = Form::ago;
    e.unit = unit;
    e.count = back ? -2 : 2;
    return i + 3;
  }
  if (!kStops.contains(at(i + 2).kind)) return shifted(i, i + 1, {1, unit, false});
  Piece piece;
  piece.base = piece.ref_unit = unit;
  piece.ref = back ? Ref::preceding : Ref::following;
  add(i, i + 2, piece, "relative-unit");
  return i + 2;
}

// earlier this year, later that month, later in the year
std::size_t Grammar::around(std::size_t i) {
  std::size_t j = is(i + 1, Kind::in) ? i + 2 : i + 1;
  const bool article = is(j, Kind::the);
  j = skip(j, Kind::the);
  Ref ref = article ? Ref::the_one : Ref::none;
  if (const std::size_t k = pointer_words(j, ref); k != 0) j = k;
  if ((ref != Ref::this_one && ref != Ref::same && ref != Ref::the_one) || !is(j, Kind::unit)) {
    return 0;
  }
  const auto unit = static_cast<Precision>(at(j).value);
  if (ref == Ref::the_one && (!is(i + 1, Kind::in) || unit < Precision::week)) return 0;
  Piece piece;
  piece.ref = ref;
  piece.base = piece.ref_unit = unit;
  if (unit == Precision::day) {
    if (ref != Ref::same) return 0;
    add(i, j + 1, piece, "relative-unit");
    return j + 1;
  }
  Expression& e = add(i, j + 1, piece, "earlier-or-later");
  e.form = Form::around;
  e.unit = unit;
  e.count = is(i, Kind::earlier) ? -1 : 1;
  return j + 1;
}

// yesterday, today, tomorrow
std::size_t Grammar::day_word(std::size_t i) {
  // A newspaper's name: USA Today.
  if (at(i).has(Token::kCapital) && is(i - 1, Kind::other) && at(i - 1).has(Token::kCapital))
    return 0;
  if (at(i).has(Token::kCapital) && is(i - 1, Kind::fiscal_us)) return 0;
  Expression& e = add(i, i + 1, {}, "day-word");
  e.form = Form::day_word;
  e.count = at(i).value;
  return i + 1;
}

}  // namespace dateline::dates
