// What is seen from somewhere else: last year, two weeks later, the past decade, earlier this year, tomorrow.
#include "language/date_calendar.h"
#include "language/date_grammar.h"

namespace dateline::dates {
namespace {

// Whether "that" behind this token opens a clause ("declares that May …") rather than points ("in that May").
bool opens_clause(const Token& token) noexcept {
  return token.kind == Kind::past || token.kind == Kind::planned || token.kind == Kind::other ||
         token.kind == Kind::intends || token.kind == Kind::pronoun;
}

// A mark or the end, where "two weeks before" is complete in itself.
bool closes(Kind kind) noexcept {
  switch (kind) {
    case Kind::end: case Kind::comma: case Kind::period: case Kind::sentence_mark:
    case Kind::colon: case Kind::semicolon: case Kind::close_bracket: case Kind::quote:
    case Kind::and_word: case Kind::dash:
      return true;
    default:
      return false;
  }
}

}  // namespace

// this, that, last, the same, this past, … ; the word or words before what they point to
std::size_t Grammar::pointer_words(std::size_t i, Ref& ref) const {
  switch (at(i).kind) {
    case Kind::this_word:
      if (is(i + 1, Kind::past_word)) return ref = Ref::last, i + 2;
      if (is(i + 1, Kind::coming)) return ref = Ref::next, i + 2;
      ref = Ref::this_one;
      break;
    case Kind::current: ref = Ref::this_one; break;
    case Kind::that: ref = Ref::same; break;
    case Kind::same: ref = Ref::same; break;
    case Kind::last: ref = Ref::last; break;
    case Kind::next:
    case Kind::coming: ref = Ref::next; break;
    case Kind::previous: ref = Ref::preceding; break;
    case Kind::after:
      if (at(i).value != 1) return 0;
      ref = Ref::following;
      break;
    default: return 0;
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

// last year, that month, the following day, this fiscal year, last year's third quarter
std::size_t Grammar::pointed_unit(std::size_t i, std::size_t j, Ref ref) {
  const bool article = is(i - 1, Kind::the);
  Piece piece;
  piece.ref = ref;
  if (is(j, Kind::fiscal) && is_unit(j + 1, Precision::year)) {
    piece.base = piece.ref_unit = Precision::year;
    piece.fiscal = true;
    if (ref == Ref::preceding) piece.ref = Ref::last;
    add(i, j + 2, piece, "fiscal-year");
    return j + 2;
  }
  const bool half = is(j, Kind::half) && closes(at(j + 1).kind);
  if (!is(j, Kind::unit) && !half) return 0;
  if (is(j + 1, Kind::of) || (is(j + 1, Kind::dash) && tokens_.glued(j + 1))) return 0;
  const Precision unit = half ? Precision::half : static_cast<Precision>(at(j).value);
  const bool deictic = ref == Ref::last || ref == Ref::next;
  const Kind before = article ? at(i - 2).kind : Kind::end;
  const bool spans = before == Kind::over || before == Kind::within || before == Kind::during ||
                     before == Kind::in || before == Kind::for_word || before == Kind::through;
  const bool windowed = article && spans && (unit == Precision::year || unit == Precision::month ||
                                             unit == Precision::week || unit == Precision::century);
  if (deictic && (windowed || unit == Precision::decade)) return window(i, j, ref == Ref::last);
  const bool anaphoric = unit == Precision::day || unit == Precision::month || unit == Precision::year;
  if (ref == Ref::next && anaphoric && (article || unit == Precision::day)) piece.ref = Ref::following;
  if (unit == Precision::day && (ref == Ref::this_one || ref == Ref::last)) return 0;
  if (ref == Ref::last && article && unit < Precision::decade) return 0;
  if (ref == Ref::preceding && (unit == Precision::quarter || unit == Precision::half)) {
    piece.ref = Ref::last;
  }
  piece.base = piece.ref_unit = unit;
  std::size_t end = j + 1;
  const std::size_t k = skip(j + 2, Kind::dash);
  const bool part = at(j).has(Token::kPossessive) && unit == Precision::year &&
                    is(j + 1, Kind::ordinal) && at(j + 1).value <= 4 &&
                    (is(k, Kind::half) || is_unit(k, Precision::quarter));
  if (part) {
    piece.part = is(k, Kind::half) ? Part::half : Part::quarter;
    piece.number = at(j + 1).value;
    end = k + 1;
  }
  add(i, end, piece, part ? (is(k, Kind::half) ? "half" : "quarter") : "relative-unit");
  return end;
}

// last December, this fall, next Friday, last night
std::size_t Grammar::pointed_name(std::size_t i, std::size_t j, Ref ref) {
  if ((ref == Ref::following || ref == Ref::preceding) && !is(i - 1, Kind::the)) return 0;
  if (is(i, Kind::that) && opens_clause(at(i - 1))) return 0;
  const std::size_t start = items_.size();
  Piece piece;
  piece.ref = ref;
  std::size_t end = 0;
  if (is_month(j)) {
    end = month_first(j);
    if (end == 0) return 0;
    for (std::size_t k = start; k < items_.size(); ++k) {
      if (lacks_year(items_[k].left)) {
        items_[k].left.ref = items_[k].right.ref = ref;
        items_[k].left.ref_unit = items_[k].right.ref_unit = Precision::month;
        items_[k].rule = "relative-month";
      }
    }
    items_[start].first = i;
    return end;
  }
  if (is(j, Kind::season)) {
    if (is(j + 1, Kind::of)) return 0;
    piece.base = piece.ref_unit = Precision::season;
    piece.month = at(j).value;
    add(i, j + 1, piece, "relative-season");
    return j + 1;
  }
  if (is(j, Kind::weekday)) {
    end = weekday_first(j);
    if (end != 0 && items_[start].form == Form::weekday) {
      items_[start].left.ref = ref;
      items_[start].first = i;
    }
    return end;
  }
  if (!is(j, Kind::day_time)) return 0;
  piece.ref_unit = Precision::day;
  Expression& e = add(i, j + 1, piece, "day-word");
  if (ref == Ref::this_one || ref == Ref::last) {
    if (ref == Ref::last && at(j).value != 1) return items_.pop_back(), 0;
    e.form = Form::day_word;
    e.count = ref == Ref::last ? -1 : 0;
  } else if (ref == Ref::next) {
    e.left.ref = Ref::following;
  }
  return j + 1;
}

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

// three weeks, a year, half a century, a half-century
std::size_t Grammar::count_and_unit(std::size_t i, Count& count) const {
  const std::size_t half = is(i, Kind::a) && is(i + 1, Kind::half) ? i + 1 : i;
  if (is(half, Kind::half)) {
    const std::size_t j = is(half + 1, Kind::dash) || is(half + 1, Kind::a) ? half + 2 : half + 1;
    if (!is(j, Kind::unit) || j == half + 1 || (half != i && is(i - 1, Kind::and_word))) return 0;
    count = {1, static_cast<Precision>(at(j).value), true};
    return j + 1;
  }
  const std::size_t j = count_at(i, count.value);
  if (j == 0 || (!is(j, Kind::units) && !is(j, Kind::unit))) return 0;
  count.unit = static_cast<Precision>(at(j).value);
  return j + 1;
}

std::size_t Grammar::counted(std::size_t i) {
  Count count;
  std::size_t j = count_and_unit(i, count);
  if (j == 0) return 0;
  if (is(j, Kind::or_word) && (is(j + 2, Kind::ago) || is(j + 2, Kind::later))) j += 2;
  if (is(i - 1, Kind::and_word) && is(i, Kind::a)) return 0;
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
  return shifted(i, j, count);
}

// … earlier, later, before, after: from the reference, or from the date that follows
std::size_t Grammar::shifted(std::size_t i, std::size_t j, const Count& count) {
  const Token& word = at(j);
  const bool back = word.kind == Kind::earlier || word.kind == Kind::before;
  const bool preposition = word.kind == Kind::before || (word.kind == Kind::after && word.value == 0);
  if (!preposition && word.kind != Kind::earlier && word.kind != Kind::later) return 0;
  Expression e;
  e.form = Form::shift;
  e.unit = count.unit;
  e.count = back ? -count.value : count.value;
  e.first = i;
  e.last = j + 1;
  e.rule = "shift";
  e.half = count.half;
  if (preposition && !closes(at(j + 1).kind)) {
    const std::size_t start = items_.size();
    const std::size_t end = atom(skip(j + 1, Kind::the));
    if (end == 0 || items_[start].form != Form::calendar) {
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
  if (!closes(at(i + 2).kind)) return shifted(i, i + 1, {1, unit, false});
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
  if (at(i).has(Token::kCapital) && is(i - 1, Kind::other) && at(i - 1).has(Token::kCapital)) return 0;
  if (at(i).has(Token::kCapital) && is(i - 1, Kind::fiscal_us)) return 0;
  Expression& e = add(i, i + 1, {}, "day-word");
  e.form = Form::day_word;
  e.count = at(i).value;
  return i + 1;
}

}  // namespace dateline::dates
