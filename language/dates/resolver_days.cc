// Weekdays alone, yesterday and its like, fiscal years.
#include <algorithm>

#include "language/dates/calendar.h"
#include "language/dates/resolver.h"

namespace dateline::dates {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

sys_days on_or_after(sys_days day, int weekday) noexcept {
  return day + days{(weekday - weekday_of(day) + 7) % 7};
}

sys_days on_or_before(sys_days day, int weekday) noexcept {
  return day - days{(weekday_of(day) - weekday + 7) % 7};
}

}  // namespace

std::optional<DateInterval> Resolver::weekday(const Expression& e) {
  const auto day = weekday_day(e);
  if (!day) return std::nullopt;
  DateInterval result{*day, *day};
  if (e.range) result.last = on_or_after(*day, e.right.weekday);
  if (e.since) {
    const auto end = now();
    if (!end || *end < *day) return std::nullopt;
    result.last = *end;
  }
  return result;
}

std::optional<sys_days> Resolver::weekday_day(const Expression& e) {
  const int weekday = e.left.weekday;
  const auto day_of_text = [&]() -> std::optional<DateInterval> {
    const bool told = thread_ != nullptr && thread_->looks_back && thread_->year;
    const bool day = anaphor_ && anaphor_->precision == Precision::day;
    if (is_wire() && !(told && day)) return context_.anchor;
    if (anaphor_ && anaphor_->precision == Precision::day) return anaphor_->days;
    return head_;
  };
  const auto base = day_of_text();
  if (!base) return std::nullopt;
  switch (e.left.ref) {
    case Ref::last:
    case Ref::preceding:
      return on_or_before(base->first - days{1}, weekday);
    case Ref::next:
    case Ref::following:
      return on_or_after(base->last + days{1}, weekday);
    case Ref::this_one:
      // "This weekend", said on Monday of what happened then.
      if (e.range && tense(e) == Tense::past) return on_or_before(base->last, weekday);
      return on_or_after(unit_around(base->first, Precision::week, 0).first, weekday);
    default:
      break;
  }
  const bool back = looks_back(tokens_, sentences_[current_], range_of(e));
  if (is_wire() && base == context_.anchor) {
    const Tense clause = tense(e);
    const bool ahead =
        clause == Tense::future || clause == Tense::later_on || clause == Tense::present;
    return ahead && !back ? on_or_after(base->last, weekday) : on_or_before(base->last, weekday);
  }
  const DateInterval& from = head_ && !back ? *head_ : *base;
  return back ? on_or_before(from.first - days{1}, weekday) : on_or_after(from.first, weekday);
}

std::optional<DateInterval> Resolver::day_word(const Expression& e) {
  // In prose "today" is the writer's own time, whatever day the text speaks of; in news it is the
  // day where something happens on it: "said today", not "in today's world", "is weaker today".
  if (e.count == 0 && !head_ && !is_wire()) return std::nullopt;
  if (e.count == 0 && !head_ && tokens_.is(e.first, Kind::day_word)) {
    const Tense clause = tense(e);
    const bool state = tokens_.is(e.first - 1, Kind::be) || clause == Tense::open;
    if (clause == Tense::none || state) return std::nullopt;
  }
  const auto day = spoken_day();
  if (!day) return std::nullopt;
  const bool back = e.count < 0 && head_;
  const sys_days moved = (back ? head_->first : *day) + days{e.count};
  return DateInterval{moved, moved};
}

// U.S.: October to September; Japan, India, Britain, Canada: April to March; else the calendar
// year.
std::optional<DateInterval> Resolver::fiscal(const Piece& piece) {
  const int start = fiscal_start_month();
  int year = 0;
  if (piece.ref != Ref::none) {
    const auto base = now();
    if (!base) return std::nullopt;
    year = year_of(*base) + direction(piece.ref);
    if (start == 10 && month_of(*base) >= 10) ++year;
    if (start == 4 && month_of(*base) < 4) --year;
  } else if (!known_year(piece, year)) {
    return std::nullopt;
  }
  if (start == 10) {
    if (piece.winter_end != 0) year = piece.winter_end;
    return DateInterval{sys_days{std::chrono::year{year - 1} / 10 / 1},
                        sys_days{std::chrono::year{year} / 9 / 30}};
  }
  if (start == 4) {
    return DateInterval{sys_days{std::chrono::year{year} / 4 / 1},
                        sys_days{std::chrono::year{year + 1} / 3 / 31}};
  }
  const auto from = year_interval(year);
  const auto to = year_interval(piece.winter_end != 0 ? piece.winter_end : year);
  if (!from || !to) return std::nullopt;
  return DateInterval{from->first, to->last};
}

// The month in which a fiscal year begins, by the nearest word that names a country.
int Resolver::fiscal_start_month() {
  if (sentences_.empty()) return 1;
  const Expression& e = (*expressions_)[current_];
  const auto country = fiscal_words_.nearest(sentences_[current_], range_of(e));
  if (!country) return 1;
  return tokens_.is(*country, Kind::fiscal_april) ? 4 : 10;
}

}  // namespace dateline::dates
