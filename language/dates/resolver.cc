#include "language/dates/resolver.h"

#include <algorithm>

#include "language/dates/calendar.h"

namespace dateline::dates {
namespace {

using std::chrono::sys_days;

constexpr DateInterval kNineEleven{sys_days{std::chrono::year{2001} / 9 / 11},
                                   sys_days{std::chrono::year{2001} / 9 / 11}};
constexpr DateInterval kJuneFourth{sys_days{std::chrono::year{1989} / 6 / 4},
                                   sys_days{std::chrono::year{1989} / 6 / 4}};

bool is_in_range(const DateInterval& days) noexcept {
  return year_of(days.first) >= kFirstYear && year_of(days.last) <= kLastYear &&
         days.first <= days.last;
}

}  // namespace

Resolver::Resolver(const TokenList& tokens, const DateContext& context,
                   std::optional<DateInterval> head, bool head_is_written)
    : tokens_(tokens),
      context_(context),
      head_(head),
      head_is_written_(head_is_written),
      fiscal_words_(tokens, {Kind::fiscal_us, Kind::fiscal_april, Kind::states}),
      crackdown_words_(tokens, {Kind::tiananmen}),
      cues_(tokens) {
  if (head_) {
    reference_ = Reference{*head_, Precision::day};
    anaphor_ = named_ = reference_;
  }
}

void Resolver::resolve(std::vector<Expression>& expressions, std::vector<DateMention>& mentions) {
  if (expressions.empty()) return;
  mentions.reserve(mentions.size() + expressions.size());
  expressions_ = &expressions;
  find_sentences(expressions);
  share_years(expressions);
  find_full_dates(expressions);
  for (current_ = 0; current_ < expressions.size(); ++current_) {
    const Expression& e = expressions[current_];
    source_ = {};
    const auto days = days_of(e);
    if (!days || !is_in_range(*days)) continue;
    const DateMention& found = mentions.emplace_back(mention(e, *days));
    remember(e, *days, found.value.precision);
    carry(e, *days);
  }
}

std::optional<DateInterval> Resolver::days_of(const Expression& e) {
  if (e.if_promised && !is_promised(tokens_, sentences_[current_], range_of(e))) {
    return std::nullopt;
  }
  switch (e.form) {
    case Form::calendar: {
      auto days = calendar(e);
      if (!days || !e.since) return days;
      if (const auto end = now(); end && days->first <= *end) days->last = *end;
      return days;
    }
    case Form::window:
      return window(e);
    case Form::ago:
      return ago(e);
    case Form::shift:
      return shift(e);
    case Form::around:
      return around(e);
    case Form::weekday:
      return weekday(e);
    case Form::day_word:
      return day_word(e);
    case Form::nothing:
      break;
  }
  return std::nullopt;
}

std::optional<DateInterval> Resolver::calendar(const Expression& e) {
  if (const auto special = special_day(e)) return special;
  if (e.range) return range(e);
  const Piece& piece = e.left;
  if (piece.fiscal) return fiscal(piece);
  if (piece.base == Precision::day && piece.month == 0 && piece.ref == Ref::none) {
    // "on the 28th": of the reference's month.
    if (!anaphor_ || anaphor_->precision > Precision::month) return std::nullopt;
    return day_interval(year_of(anaphor_->days.last), month_of(anaphor_->days.last), piece.day);
  }
  int year = 0;
  if (piece.ref != Ref::none) {
    if (piece.month != 0 && piece.ref_unit != Precision::year) return occurrence(e);
    if (known_year(piece, year)) return side(piece, year);
    // "Will be approved by the end of the year": the writer's, not that of a date before it.
    const bool writers = piece.ref == Ref::the_one && reference_ && is_past(reference_->days) &&
                         !head_ && tense(e) == Tense::future;
    if (!writers) return pointed(piece);
    Piece own = piece;
    own.ref = Ref::this_one;
    return pointed(own);
  }
  if (known_year(piece, year)) return side(piece, year);
  if (piece.year != 0) return std::nullopt;  // '86 without an anchor
  if (const Piece whole = scoped(piece); fraction_ && !lacks_year(whole)) {
    if (known_year(whole, year)) return side(whole, year);
    if (const auto days = pointed(whole)) return days;
  }
  return infer_year(e);
}

// A half or quarter alone takes the year, decade or century of the one before it in its sentence.
Piece Resolver::scoped(const Piece& piece) const {
  if (!is_fraction(piece) || !lacks_year(piece) || !fraction_ ||
      fraction_sentence_ != sentence_index_[current_]) {
    return piece;
  }
  Piece whole = *fraction_;
  whole.part = piece.part;
  whole.number = piece.number;
  return whole;
}

// The year of a piece, when it is written or pointed to.
bool Resolver::known_year(const Piece& piece, int& year) const {
  if (piece.ref != Ref::none) {
    if (piece.ref_unit != Precision::year || (piece.base == Precision::year && piece.month == 0)) {
      return false;
    }
    const auto days = pointed_unit(piece.ref, Precision::year);
    if (days) year = year_of(days->last);
    return days.has_value();
  }
  if (piece.year == 0) return false;
  year = piece.year;
  if (!piece.short_year) return true;
  const auto end = now();
  if (!end) return false;
  const int century = year_of(*end) / 100 * 100;
  year = century + piece.year <= year_of(*end) ? century + piece.year : century - 100 + piece.year;
  return true;
}

std::optional<DateInterval> Resolver::side(const Piece& piece, int year) const {
  return days_in_year(piece, piece.winter_end != 0 && piece.month == 3 ? piece.winter_end : year);
}

std::optional<DateInterval> Resolver::range(const Expression& e) {
  int left_year = 0, right_year = 0;
  const auto end_of = [this](const Piece& piece, int& year) -> std::optional<DateInterval> {
    if (piece.fiscal) return fiscal(piece);
    if (known_year(piece, year)) return side(piece, year);
    return piece.ref == Ref::none ? std::nullopt : pointed(piece);
  };
  auto left = end_of(e.left, left_year);
  auto right = end_of(e.right, right_year);
  if (!left && !right) {
    // A day that does not exist, or a year that nothing gives.
    if (!lacks_year(e.left) || !lacks_year(e.right)) return std::nullopt;
    if (e.left.base == Precision::day && e.left.month == 0) {
      if (!anaphor_ || anaphor_->precision > Precision::month) return std::nullopt;
      const int y = year_of(anaphor_->days.last), m = month_of(anaphor_->days.last);
      left = day_interval(y, m, e.left.day);
      right = day_interval(y, m, e.right.day);
    } else {
      return infer_year(e);
    }
  } else if (!left) {
    if (!lacks_year(e.left)) return std::nullopt;
    left = side(e.left, year_of(right->last));
    if (left && left->first > right->first) left = side(e.left, year_of(right->last) - 1);
  } else if (!right) {
    if (!lacks_year(e.right)) return std::nullopt;
    right = side(e.right, year_of(left->first));
    if (right && right->last < left->first) right = side(e.right, year_of(left->first) + 1);
  }
  if (!left || !right || right->last < left->first) return std::nullopt;
  return DateInterval{left->first, right->last};
}

// An expression without a year, in a given one: a range has its right side in it.
std::optional<DateInterval> Resolver::in_year(const Expression& e, int year) const {
  if (!e.range) return side(e.left, year);
  const auto right = side(e.right, year);
  auto left = side(e.left, year);
  if (left && right && left->first > right->first) left = side(e.left, year - 1);
  if (!left || !right || right->last < left->first) return std::nullopt;
  return DateInterval{left->first, right->last};
}

// September 11 of 2001 and June 4 of 1989, where the words mean these and no year is written.
std::optional<DateInterval> Resolver::special_day(const Expression& e) {
  const Piece& piece = e.left;
  if (e.range || piece.base != Precision::day || piece.ref != Ref::none || piece.weekday != 0) {
    return std::nullopt;
  }
  const auto end = context_.anchor ? std::optional{context_.anchor->last} : now();
  const auto reached = [&](const DateInterval& day) { return !end || day.last <= *end; };
  const auto follows = [&](Kind kind) {
    return tokens_.is(e.last, kind) ||
           (tokens_.is(e.last, Kind::attack) && tokens_.is(e.last + 1, kind));
  };
  if (e.rule == "nine-eleven")
    return reached(kNineEleven) ? std::optional{kNineEleven} : std::nullopt;
  if (piece.year != 0 || (piece.month != 9 && piece.month != 6)) return std::nullopt;
  const TokenRange sentence = sentences_[current_];
  if (piece.month == 9 && piece.day == 11 && end && reached(kNineEleven)) {
    std::size_t k = e.first - 1;
    if (tokens_.is(k, Kind::the)) --k;
    if (tokens_.is(k, Kind::dash)) --k;
    const Kind before = tokens_.at(k).kind;
    const bool sign = e.since || e.attributive || before == Kind::since || before == Kind::after ||
                      before == Kind::before || before == Kind::pre || before == Kind::post;
    const bool of_attack = before == Kind::of && tokens_.is(k - 1, Kind::attack);
    const bool attack = follows(Kind::attack) && before != Kind::on && before != Kind::in;
    if (of_attack || attack || (sign && !has_other_year(e))) return kNineEleven;
  }
  if (piece.month == 6 && piece.day == 4 && end && reached(kJuneFourth)) {
    const bool named =
        tokens_.is(e.last, Kind::crackdown) || tokens_.is(e.last + 1, Kind::crackdown);
    if (named || crackdown_words_.nearest(sentence, range_of(e))) return kJuneFourth;
  }
  return std::nullopt;
}

DateMention Resolver::mention(const Expression& e, const DateInterval& days) {
  DateMention m;
  m.span = {e.begin, e.end};
  m.rule = e.since ? std::string_view{"since"} : e.rule;
  m.value.days = days;
  m.value.approximate = e.approximate;
  m.year_from = source_.origin;
  m.year_words = source_.words;
  if (e.form == Form::calendar) {
    m.value.precision = precision_of(scoped(e.left));
    m.value.approximate |= is_vague(e.left);
    if (e.range) {
      m.value.precision = std::max(m.value.precision, precision_of(e.right));
      m.value.approximate |= is_vague(e.right);
    }
    const bool written = e.left.year != 0 || (e.range && e.right.year != 0);
    m.value.year_inferred = !written || e.left.short_year;
    const bool lone_season = e.left.base == Precision::season && !is_vague(e.left) &&
                             (!written || (e.left.month == 3 && e.left.winter_end == 0));
    m.value.approximate |= lone_season;
    if (e.left.fiscal && fiscal_start_month() == 1) m.value.approximate = true;
    return m;
  }
  m.value.year_inferred = true;
  m.value.precision = e.form == Form::weekday || e.form == Form::day_word ? Precision::day : e.unit;
  if (e.form == Form::ago) {
    m.value.approximate |= e.unit >= Precision::month;
    if (e.unit == Precision::week) m.value.precision = Precision::day;
  }
  if (e.form == Form::shift) {
    m.value.precision = days.first == days.last ? Precision::day
                        : named_ && !e.by_base  ? named_->precision
                                                : precision_of(e.left);
  }
  return m;
}

void Resolver::remember(const Expression& e, const DateInterval& days, Precision precision) {
  if (e.form == Form::window) return;
  Reference r{days, precision, source_.origin == YearOrigin::none ? words_of(e) : source_};
  if (e.since && e.form == Form::calendar) {
    // "Since 1996": what follows looks at 1996.
    Expression start = e;
    start.since = false;
    if (const auto first = calendar(start)) r.days = *first;
  }
  anaphor_ = r;
  const Ref ref = e.left.ref;
  const bool anaphoric = (e.form == Form::shift && !e.by_base) || ref == Ref::same ||
                         ref == Ref::following || ref == Ref::preceding;
  if (e.form == Form::calendar && is_fraction(e.left) && !lacks_year(e.left)) {
    fraction_ = e.left;
    fraction_sentence_ = sentence_index_[current_];
  }
  // What was itself seen from another date does not take its place: "a year earlier" is soon left
  // again.
  if (anaphoric) {
    // "The following year a fleet came" takes the telling along; "a year earlier" does not.
    const bool forth = ref == Ref::following || (e.form == Form::shift && e.count > 0);
    if (forth && reference_ && days.first > reference_->days.last && precision <= Precision::year) {
      reference_ = r;
    }
    return;
  }
  named_ = r;
  const bool written = e.form == Form::calendar && e.left.year != 0;
  const bool whole_years = r.precision >= Precision::year;
  if (written && whole_years && (e.attributive || is_aside(e))) return;
  // "By early 1943" is where the story has come to, "by 1995" what it aims at.
  const bool reached = e.left.part != Part::whole && is_past(days);
  if (e.since || (e.bound && whole_years && !reached)) return;
  if (whole_years && year_of(r.days.first) != year_of(r.days.last)) return;
  reference_ = r;
}

Tense Resolver::tense(const Expression& e) {
  cues_.go_to(range_of(e));
  return tense_around(tokens_, cues_, sentences_[current_], range_of(e));
}

}  // namespace dateline::dates
