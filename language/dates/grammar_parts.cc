// Parts of units: early May, mid-1986, midyear, the first week of, the last few days of, third
// quarter, Q1, H1, the week of May 5.
#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {
namespace {

constexpr int kNoOrdinal = 0;

Part simple_part(int value) noexcept {
  switch (value) {
    case 1:
      return Part::early;
    case 2:
      return Part::mid;
    case 3:
      return Part::late;
    case 4:
      return Part::beginning;
    default:
      return Part::end;
  }
}

std::string_view part_rule(Precision base) noexcept {
  switch (base) {
    case Precision::month:
      return "part-of-month";
    case Precision::season:
      return "part-of-season";
    case Precision::decade:
      return "part-of-decade";
    case Precision::century:
      return "part-of-century";
    default:
      return "part-of-year";
  }
}

}  // namespace

// early, mid, late; early to mid, mid-to-late
std::size_t Grammar::part_words(std::size_t i, Part& part) const {
  const int first = at(i).value;
  part = simple_part(first);
  std::size_t j = skip(i + 1, Kind::dash);
  if (!is(j, Kind::to)) return i + 1;
  j = skip(j + 1, Kind::dash);
  if (!is(j, Kind::part) || at(j).value <= first) return i + 1;
  part = first == 1 && at(j).value == 2   ? Part::early_mid
         : first == 2 && at(j).value == 3 ? Part::mid_late
                                          : Part::whole;
  return j + 1;
}

std::size_t Grammar::part_phrase(std::size_t i) {
  Piece piece;
  Part part = Part::whole;
  std::size_t j = part_words(i, part);
  if (is(i - 1, Kind::every) || is(j, Kind::as)) return 0;
  Part second = Part::whole;  // "early and late 1986"
  const std::size_t pair = (is(j, Kind::and_word) || is(j, Kind::or_word)) && is(j + 1, Kind::part)
                               ? part_words(j + 1, second)
                               : 0;
  const std::size_t after = pair == 0 ? j : pair;
  std::size_t k = after;
  bool days = false;
  if (const auto word = tokens_.text_of(k);
      word == "part" || word == "portion" || is(k, Kind::units)) {
    if (!is(k + 1, Kind::of)) return 0;
    days = rules_.is_unit(k, Precision::day);
    k += 2;
  } else if (is(k, Kind::dash)) {
    ++k;
    if (rules_.is_unit(k, Precision::year) && part == Part::mid) return midyear(k);
  } else if (is(k, Kind::in) || is(k, Kind::of)) {
    ++k;
  } else if (is(k, Kind::the) && !is(k + 1, Kind::same) && !is(k + 1, Kind::after) &&
             !is(k + 1, Kind::previous)) {
    return 0;
  }
  const std::size_t end = scope(k, piece);
  if (end == 0 || (piece.base == Precision::season && part == Part::whole)) return 0;
  const bool tens = piece.base == Precision::decade && piece.short_year;
  if (tens && !at(end - 1).has(Token::kApostrophe) && !fits_decade(i, end - 1)) return 0;
  piece.part = part;
  if (days && part != Part::mid) piece.part = part == Part::early ? Part::first_n : Part::last_n;
  if (pair != 0) {
    Piece other = piece;
    other.part = second;
    add(i, j, piece, part_rule(piece.base));
    add(j + 1, end, other, part_rule(piece.base));
    return end;
  }
  add(i, end, piece, part_rule(piece.base));
  return end;
}

// the beginning of May, the end of the year; end-1986
std::size_t Grammar::part_noun(std::size_t i) {
  std::size_t j = i + 1;
  if (is(j, Kind::of)) {
    ++j;
  } else {
    const Kind before = at(i - 1).kind;
    const bool hyphen = is(j, Kind::dash) && tokens_.glued(j);
    const bool timed = before == Kind::at || before == Kind::by || before == Kind::since ||
                       before == Kind::until || before == Kind::from;
    if (!hyphen && !timed) return 0;
    if (hyphen) ++j;
  }
  Piece piece;
  const std::size_t end = scope(j, piece);
  if (end == 0) return 0;
  piece.part = simple_part(at(i).value);
  add(i, end, piece, part_rule(piece.base));
  return end;
}

// first, last, latter + something that has such parts
std::size_t Grammar::ordinal_phrase(std::size_t i) {
  int ordinal = kNoOrdinal;
  std::size_t j = rules_.ordinal_at(i, ordinal);
  if (j == 0) {
    j = i + 1;
    ordinal = is(i, Kind::latter) ? 2 : kLast;
  }
  const bool hyphen =
      is(j, Kind::dash) && kConjunctions.contains(at(j + 1).kind);  // third- and fourth-
  const std::size_t gap = hyphen ? j + 1 : j;
  const std::size_t next = skip(gap + 1, Kind::the);
  if (kConjunctions.contains(at(gap).kind) && is(next, Kind::ordinal) && ordinal > 0) {
    return ordinal_pair(i, ordinal, next);
  }
  if (is(i, Kind::latter) && tokens_.text_of(j) == "part" && is(j + 1, Kind::of)) {
    Piece piece;
    const std::size_t end = scope(j + 2, piece);
    piece.part = Part::late;
    if (end != 0) add(i, end, piece, part_rule(piece.base));
    return end;
  }
  if (const std::size_t end = counted_units(i, ordinal, j); end != 0) return end;
  if (const std::size_t end = fraction(i, ordinal, skip(j, Kind::dash)); end != 0) return end;
  if (const std::size_t end = week_or_weekday(i, ordinal, j); end != 0) return end;
  if (const std::size_t end = month_of_year(i, ordinal, j); end != 0) return end;
  return fraction_again(i, ordinal, j);
}

// "Rose in the third quarter and fell in the fourth": the unit is that of the fraction before it in
// the sentence.
std::size_t Grammar::fraction_again(std::size_t i, int ordinal, std::size_t j) {
  constexpr KindSet kLinks{Kind::in, Kind::for_word, Kind::from,      Kind::to,
                           Kind::of, Kind::during,   Kind::quantifier};
  constexpr std::size_t kReach = 40;
  const bool half = fraction_ == Part::half;
  if (fraction_end_ == 0 || i - fraction_end_ > kReach || ordinal < 1 || ordinal > (half ? 2 : 4) ||
      !is(i - 1, Kind::the) || !kLinks.contains(at(i - 2).kind) || !rules_.is_phrase_end(j) ||
      (is(i - 2, Kind::of) && !is(i - 3, Kind::that))) {
    return 0;
  }
  for (std::size_t k = fraction_end_; k < i; ++k) {
    if (is(k, Kind::period) || is(k, Kind::sentence_mark)) return 0;
  }
  Piece piece;
  piece.base = Precision::year;
  piece.part = fraction_;
  piece.number = ordinal;
  add(i, j, piece, half ? "half" : "quarter");
  return j;
}

// The first of two takes everything from the second: the first and second quarters of 1986.
std::size_t Grammar::ordinal_pair(std::size_t i, int ordinal, std::size_t next) {
  const std::size_t start = items_.size();
  const std::size_t end = atom(next);
  if (end == 0 || items_.size() != start + 1 || items_[start].left.number <= ordinal) {
    items_.resize(start);
    return 0;
  }
  Expression first = items_[start];
  first.left.number = ordinal;
  first.first = i;
  std::size_t gap = i + 1;
  while (!kConjunctions.contains(at(gap).kind) || kConjunctions.contains(at(gap + 1).kind)) ++gap;
  if (is(gap, Kind::and_word) || is(gap, Kind::or_word)) {
    first.last = gap;
    items_.insert(items_.begin() + static_cast<std::ptrdiff_t>(start), first);
  } else {
    first.right = items_[start].left;
    first.range = true;
    items_[start] = first;
  }
  return end;
}

// first three months of 1986, last few days of May, last day of the year
std::size_t Grammar::counted_units(std::size_t i, int ordinal, std::size_t j) {
  if (ordinal != 1 && ordinal != kLast) return 0;
  Piece piece;
  int count = 0;
  std::size_t k = count_at(j, count);
  const bool few = k == 0 && is(j, Kind::few);
  if (k == 0) k = few ? j + 1 : j;
  const bool singular = is(k, Kind::unit) && count == 0 && !few;
  if ((!is(k, Kind::units) && !singular) || (!is(k + 1, Kind::of) && !is(k + 1, Kind::in)))
    return 0;
  const auto unit = static_cast<Precision>(at(k).value);
  if (singular && unit == Precision::week) return 0;
  if (singular && (unit == Precision::quarter || unit > Precision::decade)) return 0;
  const std::size_t end = scope(k + 2, piece);
  if (end == 0 || unit >= piece.base) return 0;
  piece.part = ordinal == 1 ? Part::first_n : Part::last_n;
  piece.part_unit = unit;
  piece.number = singular ? 1 : count;
  // "The first months of 1986": vague, like its early part.
  if (piece.number == 0 && unit != Precision::day) {
    piece.part = ordinal == 1 ? Part::early : Part::late;
  }
  add(i, end, piece, "first-or-last-days");
  return end;
}

// third quarter (of 1986), second half (of the 1970s)
std::size_t Grammar::fraction(std::size_t i, int ordinal, std::size_t j) {
  const bool half = is(j, Kind::half);
  if (!half && !rules_.is_unit(j, Precision::quarter)) return 0;
  if (ordinal > (half ? 2 : 4)) return 0;
  const std::size_t k = j + 1;
  if (is(k, Kind::dash) && tokens_.glued(k) && is(k + 1, Kind::final_word)) return 0;
  Piece piece;
  std::size_t end = 0;
  if (is(k, Kind::of) || is(k, Kind::in)) {
    end = scope(k + 1, piece);
    if (end == 0 && is(k, Kind::of)) return 0;
    const bool whole = piece.base != Precision::season && (half || piece.base >= Precision::year);
    if (end != 0 && !whole) return 0;
  } else {
    end = year_tail(k, piece);
    piece.base = Precision::year;
  }
  if (end == 0) {
    piece = Piece{};
    piece.base = Precision::year;
    end = k;
    if (ordinal == kLast) return 0;
  }
  piece.part = half ? Part::half : Part::quarter;
  piece.number = half && ordinal == kLast ? 2 : ordinal;
  add(i, end, piece, half ? "half" : "quarter");
  return end;
}

// first week of May, last Sunday in June
std::size_t Grammar::week_or_weekday(std::size_t i, int ordinal, std::size_t j) {
  const bool week = rules_.is_unit(j, Precision::week);
  if ((!week && !is(j, Kind::weekday)) || ordinal > 5) return 0;
  if (!is(j + 1, Kind::of) && !is(j + 1, Kind::in)) return 0;
  Piece piece;
  const std::size_t end = scope(j + 2, piece);
  if (end == 0 || (piece.base != Precision::month && (!week || piece.base != Precision::year))) {
    return 0;
  }
  piece.part = week ? Part::week : Part::weekday;
  piece.number = ordinal;
  if (!week) piece.weekday = at(j).value;
  add(i, end, piece, week ? "week-of-month" : "weekday-of-month");
  return end;
}

// midyear, mid-year; year-end, year's end
std::size_t Grammar::midyear(std::size_t i) {
  Piece piece;
  piece.base = Precision::year;
  std::size_t first = i, j = i + 1;
  if (is(i, Kind::midyear)) {
    piece.part = Part::mid;
  } else if (rules_.is_unit(i, Precision::year) && is(i - 1, Kind::dash) && is(i - 2, Kind::part) &&
             at(i - 2).value == 2) {
    piece.part = Part::mid;
    first = i - 2;
  } else if (rules_.is_unit(i, Precision::year)) {
    const Kind before = at(i - 1).kind;
    const bool joined = at(i).has(Token::kPossessive) || is(j, Kind::dash) || before == Kind::at ||
                        before == Kind::by || before == Kind::until;
    j = skip(j, Kind::dash);
    if (!joined || !is(j, Kind::part_noun) || at(j).value != 5) return 0;
    piece.part = Part::end;
    ++j;
  } else {
    return 0;
  }
  const std::size_t tail = year_tail(j, piece);
  if (tail == 0) piece.ref = Ref::the_one;
  add(first, tail == 0 ? j : tail, piece, "part-of-year");
  return tail == 0 ? j : tail;
}

// Q1 1986, 1Q, H1 1986
std::size_t Grammar::code(std::size_t i) {
  const bool half = is(i, Kind::half_code);
  Piece piece;
  piece.base = Precision::year;
  piece.part = half ? Part::half : Part::quarter;
  piece.number = at(i).value;
  const std::size_t slash = is(i + 1, Kind::slash) && rules_.is_year(i + 2) ? i + 2 : i + 1;
  const std::size_t end = year_tail(slash, piece);
  if (end == 0 && half) return 0;
  add(i, end == 0 ? i + 1 : end, piece, half ? "half" : "quarter");
  return end == 0 ? i + 1 : end;
}

// the week of May 5
std::size_t Grammar::week_of_day(std::size_t i) {
  if (!rules_.is_unit(i, Precision::week) || !is(i + 1, Kind::of)) return 0;
  const std::size_t start = items_.size();
  std::size_t end = month_first(i + 2);
  if (end == 0) end = day_first(i + 2);
  if (end == 0) return 0;
  if (items_.size() != start + 1 || items_[start].range ||
      items_[start].left.base != Precision::day) {
    items_.resize(start);
    return 0;
  }
  items_[start].left.part = Part::holding_week;
  items_[start].first = i;
  items_[start].rule = "week-of-day";
  return end;
}

}  // namespace dateline::dates
