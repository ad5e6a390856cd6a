// The choice of a year for a month, day, quarter, half or season that has none (extraction policy,
// A3).
#include <algorithm>

#include "language/dates/calendar.h"
#include "language/dates/resolver.h"

namespace dateline::dates {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// How far a text may be from a leap day.
constexpr int kYearsAround = 8;

// How far back the last occurrence of a date may lie, and how near the coming one must be, for news
// to mean the coming one. Source: extraction policy, A3.7.
constexpr int kLongAgoMonths = 8;
constexpr int kSoonMonths = 4;

// By how much a coming date of news may lie before the coming date told last.
constexpr int kBeforeMonths = 2;

// A date of a clause with "will" that would lie longer than this before the publication is not
// meant.
constexpr int kStaleMonths = 3;

// How far ahead the present of what is fixed may look: "arrives on May 9".
constexpr int kFixedMonths = 6;

int length_in_days(const DateInterval& interval) noexcept {
  return static_cast<int>((interval.last - interval.first).count()) + 1;
}

days distance(const DateInterval& interval, const DateInterval& from) noexcept {
  if (interval.last < from.first) return from.first - interval.last;
  if (interval.first > from.last) return interval.first - from.last;
  return days{0};
}

}  // namespace

std::optional<DateInterval> Resolver::InYear::operator()(int year) const {
  auto interval = resolver.in_year(expression, year);
  if (weekday != 0 && interval && weekday_of(interval->first) != weekday) interval.reset();
  return interval;
}

// In June, on May 8, and not after something else.
bool Resolver::InYear::is_told() const {
  const Kind before = resolver.tokens_.at(expression.first - 1).kind;
  const bool adverb = before == Kind::in || before == Kind::on;
  if (!adverb || expression.attributive) return false;
  for (std::size_t k = expression.last, steps = 0; steps < kReach; ++k, ++steps) {
    const Kind kind = resolver.tokens_.at(k).kind;
    if (kind == Kind::and_word) return true;
    if (kind == Kind::after || kind == Kind::clause || kind == Kind::period || kind == Kind::end ||
        kind == Kind::semicolon || kind == Kind::who) {
      return false;
    }
  }
  return false;
}

std::optional<DateInterval> Resolver::infer_year(const Expression& e) {
  const InYear years{*this, e};
  const Tense clause = tense(e);
  // What lasts "until" a date began at the date before it.
  const bool until = reference_ && tokens_.is(e.first - 1, Kind::until);
  const bool fixed = is_wire() && clause == Tense::present;
  const bool future = until || fixed || clause == Tense::future || clause == Tense::later_on;
  // 1. The nearest full date.
  if (full_year_[current_] >= 0) {
    const auto& other = (*expressions_)[static_cast<std::size_t>(full_year_[current_])];
    int year = 0;
    if (known_year(other.range ? other.right : other.left, year)) {
      if (const auto day = in_year(other, year)) {
        source_ = words_of(other);
        return by_full_date(years, *day, other.begin < e.begin, future);
      }
    }
  }
  // 2. The weekday.
  if (e.left.weekday != 0) return by_weekday(e);
  // 3. The head.
  if (head_) source_ = {YearOrigin::entry, article_span(head_words_)};
  if (head_)
    return future ? first_not_before(years, head_->first) : nearest_to(years, head_->first);
  // 4. The reference, unless it lies ahead and the clause does not.
  const bool ahead = reference_ && context_.anchor && reference_->days.last > context_.anchor->last;
  const bool open = clause == Tense::open;
  if (reference_ && (!ahead || future || open)) {
    const auto days = by_reference(years, *reference_,
                                   clause == Tense::open ? Tense::open
                                   : future              ? Tense::future
                                                         : Tense::none);
    // "Will" looks ahead from the writer's day, not from one long before the publication.
    const bool stale = clause == Tense::future && context_.anchor && days &&
                       add_months(days->last, kStaleMonths) < context_.anchor->first;
    if (!stale) {
      source_ = reference_->source;
      return days;
    }
  }
  if (!reference_ && has_year_in_force()) {
    if (const auto days = by_year_in_force(years)) {
      source_ = year_in_force_source();
      return days;
    }
  }
  source_ = {YearOrigin::published, {}};
  // 5 to 7. The anchor.
  return by_anchor(years, clause);
}

// In the year of a full date of the sentence; where that would be absurd, as after a reference.
std::optional<DateInterval> Resolver::by_full_date(const InYear& in_year, const DateInterval& day,
                                                   bool follows, bool future) const {
  // What is to come shares the year also where the other date is past.
  const auto end = now();
  const auto same = future && end ? in_year(year_of(day.last)) : std::nullopt;
  if (same && same->first > *end) return same;
  auto near = by_reference(in_year, {day, Precision::day}, Tense::none);
  // "Held on October 23, 2000; the next is planned for September": not before the date it follows.
  const bool passed = near && future && follows && near->last < day.first;
  // "Seized in June, and died on April 7, 1803": told in the order of time.
  const bool in_order = near && !future && !follows && near->first > day.last && in_year.is_told();
  if (in_order) near = in_year(year_of(day.last) - 1);
  return passed ? first_not_before(in_year, day.first) : near;
}

std::optional<DateInterval> Resolver::by_weekday(const Expression& e) const {
  const auto end = now();
  const bool told = !reference_ && has_year_in_force() && thread_->last_day;
  if (!reference_ && !end && !told) return std::nullopt;
  const sys_days from = reference_ ? reference_->days.first
                        : told     ? thread_->last_day->first
                                   : *end;
  const InYear years{*this, e, e.left.weekday};
  return nearest_to(years, from);
}

std::optional<DateInterval> Resolver::nearest_to(const InYear& in_year, sys_days day) const {
  std::optional<DateInterval> best;
  const DateInterval from{day, head_ ? std::max(day, head_->last) : day};
  for (int y = year_of(day) - kYearsAround; y <= year_of(day) + kYearsAround; ++y) {
    const auto interval = in_year(y);
    if (interval && (!best || distance(*interval, from) < distance(*best, from))) best = interval;
  }
  return best;
}

std::optional<DateInterval> Resolver::by_reference(const InYear& in_year,
                                                   const Reference& reference, Tense clause) const {
  const int year = year_of(reference.days.last);
  if (reference.precision == Precision::year) return in_year(year);
  const auto end = now();
  if (clause == Tense::future) {
    // In news the next event may come before one that lies far ahead.
    const bool far = end && is_wire() && reference.days.first > *end;
    const auto next = far ? first_after(in_year, *end) : std::nullopt;
    if (next && add_months(next->first, kBeforeMonths) > reference.days.first) return next;
    return first_not_before(in_year, reference.days.first);
  }
  const auto same = in_year(year);
  if (!same) return std::nullopt;
  if (same->last < reference.days.first && add_months(same->last, 6) < reference.days.first) {
    const auto next = in_year(year + 1);
    if (next && (!end || next->first <= *end)) return next;
  }
  const bool beyond = end && same->first > reference.days.last && same->first > *end;
  if (beyond && clause != Tense::open) return in_year(year - 1);
  return same;
}

std::optional<DateInterval> Resolver::by_anchor(const InYear& in_year, Tense clause) const {
  if (!context_.anchor) return std::nullopt;
  const DateInterval& anchor = *context_.anchor;
  // A month's issue, a week's or a day's lies within the quarter it speaks of; a quarter's does
  // not.
  const bool is_short = length_in_days(anchor) <= 31;
  for (int y = year_of(anchor.last) + 1; y >= year_of(anchor.first); --y) {
    const auto interval = in_year(y);
    if (!interval) continue;
    if (anchor.contains(*interval) || (is_short && interval->contains(anchor))) return interval;
  }
  const bool fixed = is_wire() && clause == Tense::present;  // the summit opens on December 9
  const auto after = first_after(in_year, anchor.last);
  if (clause == Tense::future || clause == Tense::later_on) return after;
  if (fixed && after && after->first < add_months(anchor.last, kFixedMonths)) return after;
  const auto before = last_until(in_year, anchor.last);
  // News that does not tell of the past ("Pay April 6", in March) means the coming date rather than
  // one of almost a year ago.
  const bool long_ago = before && add_months(before->last, kLongAgoMonths) < anchor.last;
  if (is_wire() && clause != Tense::past && long_ago && after &&
      after->first < add_months(anchor.last, kSoonMonths)) {
    return after;
  }
  return before;
}

// In an article that looks back the telling goes on in the year in force, or in the next one.
std::optional<DateInterval> Resolver::by_year_in_force(const InYear& in_year) const {
  constexpr int kBackMonths = 6;
  const int year = thread_->year->year;
  const auto same = in_year(year);
  if (!same || !thread_->last_day) return same;
  if (add_months(same->last, kBackMonths) >= thread_->last_day->first) return same;
  const auto next = in_year(year + 1);
  const bool reached = next && (!context_.anchor || next->first <= context_.anchor->last);
  return reached ? next : same;
}

// The year in force counts in articles that look back, in lists below a year's heading, and, where
// no publication is known, below a heading with a year.
bool Resolver::has_year_in_force() const {
  if (thread_ == nullptr || !thread_->year || thread_->is_heading) return false;
  const bool below_heading = thread_->year->in_heading && (thread_->is_item || !context_.anchor);
  return thread_->looks_back || below_heading;
}

std::optional<DateInterval> Resolver::first_after(const InYear& in_year, sys_days day) const {
  for (int y = year_of(day); y <= year_of(day) + kYearsAround; ++y) {
    const auto interval = in_year(y);
    if (interval && interval->first > day) return interval;
  }
  return std::nullopt;
}

std::optional<DateInterval> Resolver::first_not_before(const InYear& in_year, sys_days day) const {
  for (int y = year_of(day); y <= year_of(day) + kYearsAround; ++y) {
    const auto interval = in_year(y);
    if (interval && interval->last >= day) return interval;
  }
  return std::nullopt;
}

std::optional<DateInterval> Resolver::last_until(const InYear& in_year, sys_days day) const {
  for (int y = year_of(day) + 1; y >= year_of(day) - kYearsAround; --y) {
    const auto interval = in_year(y);
    if (interval && interval->last <= day) return interval;
  }
  return std::nullopt;
}

// A head without a year follows the head before it (which chronologies may overlap a little), else
// it lies in the anchor.
std::optional<DateMention> Resolver::resolve_head(const Expression& e) {
  const auto known = [this](const Piece& piece) {
    int year = 0;
    return known_year(piece, year);
  };
  std::optional<DateInterval> interval;
  const InYear years{*this, e};
  if (known(e.left) || (e.range && known(e.right))) {
    Resolver written(*this);
    interval = written.range_or_day(e);
  } else if (!lacks_year(e.left) || e.form != Form::calendar) {
    return std::nullopt;
  } else if (context_.previous_head) {
    interval = first_not_before(years, context_.previous_head->first - days{60});
  } else if (context_.anchor) {
    interval = nearest_to(years, context_.anchor->first);
    for (int y = year_of(context_.anchor->first); y <= year_of(context_.anchor->last) + 1; ++y) {
      const auto in = in_year(e, y);
      if (in && in->overlaps(*context_.anchor)) {
        interval = in;
        break;
      }
    }
  }
  if (!interval || interval->last < interval->first) return std::nullopt;
  return mention(e, *interval);
}

std::optional<DateInterval> Resolver::range_or_day(const Expression& e) {
  if (e.range) return range(e);
  int year = 0;
  return known_year(e.left, year) ? side(e.left, year) : std::nullopt;
}

}  // namespace dateline::dates
