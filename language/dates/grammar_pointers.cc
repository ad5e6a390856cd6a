// What points to a unit: last year, the past decade, the following day, next Friday.
#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {
namespace {

// Words after which "that" opens a clause ("declares that May …") rather than points ("in that
// May").
constexpr KindSet kClauseOpeners{Kind::past, Kind::planned, Kind::other, Kind::intends,
                                 Kind::pronoun};

}  // namespace

// this, that, last, the same, this past, … ; the word or words before what they point to
std::size_t Grammar::pointer_words(std::size_t i, Ref& ref) const {
  switch (at(i).kind) {
    case Kind::this_word:
      if (is(i + 1, Kind::past_word)) return ref = Ref::last, i + 2;
      if (is(i + 1, Kind::coming)) return ref = Ref::next, i + 2;
      ref = Ref::this_one;
      break;
    case Kind::current:
      ref = Ref::this_one;
      break;
    case Kind::that:
    case Kind::same:
      ref = Ref::same;
      break;
    case Kind::last:
      ref = Ref::last;
      break;
    case Kind::next:
    case Kind::coming:
      ref = Ref::next;
      break;
    case Kind::previous:
      ref = Ref::preceding;
      break;
    case Kind::after:
      if (at(i).value != 1) return 0;
      ref = Ref::following;
      break;
    default:
      return 0;
  }
  if (is(i + 1, Kind::same) && (ref == Ref::same || ref == Ref::this_one)) {
    ref = Ref::same;
    return i + 2;
  }
  return i + 1;
}

std::size_t Grammar::pointer(std::size_t i) {
  const Kind kind = at(i).kind;
  Ref ref = Ref::none;
  if (kind == Kind::past_word) return window(i, i + 1, true);
  const std::size_t j = pointer_words(i, ref);
  if (j == 0) return 0;
  if (kind == Kind::last || kind == Kind::next || kind == Kind::coming || j == i + 2) {
    const bool alone = kind == Kind::coming || (j == i + 2 && ref != Ref::same);
    const bool units = is(j, Kind::unit) && !is(j, Kind::units);
    if ((ref == Ref::last || ref == Ref::next) && (!units || alone)) {
      if (const std::size_t end = window(i, j, ref == Ref::last); end != 0) return end;
    }
  }
  if (const std::size_t end = pointed_unit(i, j, ref); end != 0) return end;
  return pointed_name(i, j, ref);
}

// the past six months, the next two decades, the past year
std::size_t Grammar::window(std::size_t i, std::size_t j, bool past) {
  Count count;
  std::size_t k = count_and_unit(j, count);
  if (k == 0) {
    if (!is(j, Kind::unit)) return 0;
    count.value = 1;
    count.unit = static_cast<Precision>(at(j).value);
    k = j + 1;
  }
  const bool more = (is(k, Kind::and_word) && is(k + 1, Kind::a)) ||
                    (is(k, Kind::or_word) && is(k + 1, Kind::cardinal));
  if (is(k, Kind::of) || more) return 0;
  if (is(k - 1, Kind::unit) && is(k, Kind::dash) && tokens_.glued(k)) return 0;
  Expression& e = add(i, k, {}, "window");
  e.form = Form::window;
  e.unit = count.unit;
  e.count = past ? -count.value : count.value;
  e.half = count.half;
  return k;
}

// this fiscal year
std::size_t Grammar::pointed_fiscal_year(std::size_t i, std::size_t j, Ref ref) {
  if (!is(j, Kind::fiscal) || !rules_.is_unit(j + 1, Precision::year)) return 0;
  Piece piece;
  piece.base = piece.ref_unit = Precision::year;
  piece.fiscal = true;
  piece.ref = ref == Ref::preceding ? Ref::last : ref;
  add(i, j + 2, piece, "fiscal-year");
  return j + 2;
}

// Whether "the last year", "the next month" at `i` is a stretch of time: over the last year.
bool Grammar::is_windowed(std::size_t i, Precision unit) const {
  constexpr KindSet kSpans{Kind::over, Kind::within,   Kind::during,
                           Kind::in,   Kind::for_word, Kind::through};
  return is(i - 1, Kind::the) && kSpans.contains(at(i - 2).kind) &&
         (unit == Precision::year || unit == Precision::month || unit == Precision::week ||
          unit == Precision::century);
}

// last year, that month, the following day, last year's third quarter
std::size_t Grammar::pointed_unit(std::size_t i, std::size_t j, Ref ref) {
  if (const std::size_t end = pointed_fiscal_year(i, j, ref); end != 0) return end;
  const bool half = is(j, Kind::half) && rules_.is_phrase_end(j + 1) && !is(j + 1, Kind::dash);
  if (!is(j, Kind::unit) && !half) return 0;
  if (is(j + 1, Kind::of) || (is(j + 1, Kind::dash) && tokens_.glued(j + 1))) return 0;
  const Precision unit = half ? Precision::half : static_cast<Precision>(at(j).value);
  const bool article = is(i - 1, Kind::the);
  if ((ref == Ref::last || ref == Ref::next) &&
      (is_windowed(i, unit) || unit == Precision::decade)) {
    return window(i, j, ref == Ref::last);
  }
  const bool day = unit == Precision::day;
  if (day && (ref == Ref::this_one || ref == Ref::last)) return 0;
  if (ref == Ref::last && article && unit < Precision::decade) return 0;
  Piece piece;
  piece.base = piece.ref_unit = unit;
  piece.ref = ref;
  const bool anaphoric = day || (article && (unit == Precision::month || unit == Precision::year));
  if (ref == Ref::next && anaphoric) piece.ref = Ref::following;
  if (ref == Ref::preceding && (unit == Precision::quarter || half)) piece.ref = Ref::last;
  const std::size_t k = skip(j + 2, Kind::dash);
  const bool part = at(j).has(Token::kPossessive) && unit == Precision::year &&
                    is(j + 1, Kind::ordinal) && at(j + 1).value <= 4 &&
                    (is(k, Kind::half) || rules_.is_unit(k, Precision::quarter));
  if (!part) {
    add(i, j + 1, piece, "relative-unit");
    return j + 1;
  }
  piece.part = is(k, Kind::half) ? Part::half : Part::quarter;
  piece.number = at(j + 1).value;
  add(i, k + 1, piece, is(k, Kind::half) ? "half" : "quarter");
  return k + 1;
}

// Whether the word that "that" stands before ends its clause: they left that morning, was moved
// that autumn.
bool Grammar::closes_clause(std::size_t i) const {
  if (is(i, Kind::day_time)) return rules_.is_phrase_end(i + 1);
  constexpr KindSet kEnds{Kind::end,   Kind::period,    Kind::sentence_mark,
                          Kind::colon, Kind::semicolon, Kind::close_bracket};
  return kEnds.contains(at(i + 1).kind) || (is(i, Kind::season) && is(i + 1, Kind::comma));
}

// last December, this fall, next Friday, last night
std::size_t Grammar::pointed_name(std::size_t i, std::size_t j, Ref ref) {
  if ((ref == Ref::following || ref == Ref::preceding) && !is(i - 1, Kind::the)) return 0;
  const bool opens_clause = is(i, Kind::that) && kClauseOpeners.contains(at(i - 1).kind);
  if (opens_clause && !closes_clause(j)) return 0;
  if (rules_.is_month(j)) return pointed_month(i, j, ref);
  if (is(j, Kind::weekday)) return pointed_weekday(i, j, ref);
  if (is(j, Kind::weekend)) return pointed_weekend(i, j, ref);
  if (is(j, Kind::day_time)) return pointed_time(i, j, ref);
  if (!is(j, Kind::season) || is(j + 1, Kind::of)) return 0;
  Piece piece;
  piece.ref = ref;
  piece.base = piece.ref_unit = Precision::season;
  piece.month = at(j).value;
  add(i, j + 1, piece, "relative-season");
  return j + 1;
}

std::size_t Grammar::pointed_month(std::size_t i, std::size_t j, Ref ref) {
  const std::size_t start = items_.size();
  const std::size_t end = month_first(j);
  if (end == 0) return 0;
  for (std::size_t k = start; k < items_.size(); ++k) {
    Expression& e = items_[k];
    if (!lacks_year(e.left)) continue;
    e.left.ref = e.right.ref = ref;
    e.left.ref_unit = e.right.ref_unit = Precision::month;
    e.rule = "relative-month";
  }
  items_[start].first = i;
  return end;
}

std::size_t Grammar::pointed_weekday(std::size_t i, std::size_t j, Ref ref) {
  const std::size_t start = items_.size();
  const std::size_t end = weekday_first(j);
  if (end != 0 && items_[start].form == Form::weekday) {
    items_[start].left.ref = ref;
    items_[start].first = i;
  }
  return end;
}

// this weekend, last weekend: Saturday and Sunday
std::size_t Grammar::pointed_weekend(std::size_t i, std::size_t j, Ref ref) {
  if (ref == Ref::same || at(j + 1).has(Token::kCapital)) return 0;
  Piece saturday, sunday;
  saturday.weekday = 6;
  saturday.ref = ref;
  sunday.weekday = 7;
  Expression& e = add(i, j + 1, saturday, "weekday");
  e.form = Form::weekday;
  e.right = sunday;
  e.range = true;
  return j + 1;
}

// this morning, last night, that evening
std::size_t Grammar::pointed_time(std::size_t i, std::size_t j, Ref ref) {
  if (ref == Ref::last && at(j).value != 1) return 0;
  Piece piece;
  piece.ref = ref == Ref::next ? Ref::following : ref;
  piece.ref_unit = Precision::day;
  Expression& e = add(i, j + 1, piece, "day-word");
  if (ref == Ref::this_one || ref == Ref::last) {
    e.form = Form::day_word;
    e.count = ref == Ref::last ? -1 : 0;
  }
  return j + 1;
}

}  // namespace dateline::dates
