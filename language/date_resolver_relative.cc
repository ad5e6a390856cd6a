// Expressions that are seen from somewhere else (extraction policy, A2): deictic ones from the head or the anchor's
// end, anaphoric ones from the last date.
#include <algorithm>

#include "language/date_calendar.h"
#include "language/date_resolver.h"

namespace dateline::dates {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// A unit, or half of one, in months; 0 for days and weeks.
int months_of(Precision unit, bool half) noexcept {
  int months = 0;
  switch (unit) {
    case Precision::month: months = 1; break;
    case Precision::quarter: case Precision::season: months = 3; break;
    case Precision::half: months = 6; break;
    case Precision::year: months = 12; break;
    case Precision::decade: months = 120; break;
    case Precision::century: months = 1200; break;
    case Precision::day: case Precision::week: break;
  }
  return half ? months / 2 : months;
}

int days_of_unit(Precision unit) noexcept { return unit == Precision::week ? 7 : 1; }

int direction(Ref ref) noexcept {
  switch (ref) {
    case Ref::last: case Ref::preceding: return -1;
    case Ref::next: case Ref::following: return 1;
    default: return 0;
  }
}

bool is_anaphoric(Ref ref) noexcept {
  return ref == Ref::same || ref == Ref::following || ref == Ref::preceding;
}

sys_days on_or_after(sys_days day, int weekday) noexcept {
  return day + days{(weekday - weekday_of(day) + 7) % 7};
}

sys_days on_or_before(sys_days day, int weekday) noexcept {
  return day - days{(weekday_of(day) - weekday + 7) % 7};
}

}  // namespace

// A piece whose whole unit is pointed to: late last year, the first week of next month.
std::optional<DateInterval> Resolver::pointed(const Piece& piece) const {
  if (piece.base == Precision::day) {
    // "that night": the unit is the day itself.
    return piece.month == 0 ? pointed_unit(piece.ref, Precision::day) : std::nullopt;
  }
  if (piece.month != 0 || piece.base == Precision::season) {
    Expression e;
    e.left = piece;
    return occurrence(e);
  }
  const auto whole = pointed_unit(piece.ref, piece.base);
  return whole ? part_of(*whole, piece.base, piece) : std::nullopt;
}

std::optional<DateInterval> Resolver::pointed_unit(Ref ref, Precision unit) const {
  if (is_anaphoric(ref)) return anaphoric_unit(ref, unit);
  if (ref == Ref::the_one && reference_ && reference_->precision <= unit) {
    const auto whole = unit_around(reference_->days.last, unit, 0);
    if (whole.contains(reference_->days)) return whole;
  }
  const auto base = unit <= Precision::week ? spoken_day() : now();
  if (!base || unit == Precision::day) return std::nullopt;
  return unit_around(*base, unit, direction(ref));
}

std::optional<DateInterval> Resolver::anaphoric_unit(Ref ref, Precision unit) const {
  // "The next day" goes on from the day last spoken of; "the following year" from the last date that was named.
  const bool chained = unit == Precision::day || ref == Ref::same;
  const auto& from = chained ? anaphor_ : named_;
  if (!from) return std::nullopt;
  const Reference& r = *from;
  if (r.precision > unit) return std::nullopt;
  if (unit == Precision::day) {
    if (ref == Ref::same) return r.days;
    const sys_days day = ref == Ref::following ? r.days.last + days{1} : r.days.first - days{1};
    return DateInterval{day, day};
  }
  if (ref == Ref::following) return unit_around(r.days.last, unit, 1);
  if (ref == Ref::preceding) return unit_around(r.days.first, unit, -1);
  const auto whole = unit_around(r.days.last, unit, 0);
  return whole;
}

// last December, this fall, the following May
std::optional<DateInterval> Resolver::occurrence(const Expression& e) const {
  const Ref ref = e.left.ref;
  const InYear years = [&](int y) { return in_year(e, y); };
  if (is_anaphoric(ref)) {
    if (!anaphor_) return std::nullopt;
    const DateInterval& r = anaphor_->days;
    if (ref == Ref::same) return years(year_of(r.last));
    return ref == Ref::following ? first_after(years, r.last)
                                 : last_until(years, r.first - days{1});
  }
  const auto base = now();
  if (!base) return std::nullopt;
  switch (ref) {
    case Ref::last: return last_until(years, *base);
    case Ref::next: return first_after(years, *base);
    default: break;
  }
  const auto same = years(year_of(*base));
  // A winter belongs to two years: the one that the base is in or next to.
  if (e.left.base == Precision::season && e.left.month == 3 && month_of(*base) >= 7) {
    return years(year_of(*base) + 1);
  }
  return same;
}

std::optional<DateInterval> Resolver::window(const Expression& e) const {
  const auto base = now();
  if (!base) return std::nullopt;
  const sys_days next = *base + days{1};
  const int months = months_of(e.unit, e.half);
  const int n = std::abs(e.count);
  const bool past = e.count < 0;
  if (months == 0) {
    const days length{n * days_of_unit(e.unit)};
    return past ? DateInterval{next - length, *base} : DateInterval{next, next + length - days{1}};
  }
  if (n > 2000) return std::nullopt;
  return past ? DateInterval{add_months(next, -n * months), *base}
              : DateInterval{next, add_months(next, n * months) - days{1}};
}

std::optional<DateInterval> Resolver::ago(const Expression& e) const {
  if (std::abs(e.count) > 2000) return std::nullopt;
  const int months = months_of(e.unit, e.half);
  if (months == 0) {
    const auto day = spoken_day();
    if (!day || e.half) return std::nullopt;
    const sys_days moved = *day + days{e.count * days_of_unit(e.unit)};
    return DateInterval{moved, moved};
  }
  const auto base = now();
  if (!base) return std::nullopt;
  // Decades and centuries ago count in years.
  const bool in_years = months % 12 == 0;
  if (in_years) return unit_around(*base, Precision::year, e.count * (months / 12));
  if (e.unit == Precision::quarter) return unit_around(*base, Precision::quarter, e.count);
  return unit_around(*base, Precision::month, e.count * months);
}

std::optional<DateInterval> Resolver::shift(const Expression& e) {
  std::optional<Reference> from = named_;
  if (e.by_base) {
    Expression base = e;
    base.form = Form::calendar;
    base.rule = e.rule;
    const auto interval = calendar(base);
    if (!interval) return std::nullopt;
    from = Reference{*interval, precision_of(e.left)};
  }
  if (!from || std::abs(e.count) > 2000) return std::nullopt;
  const int months = months_of(e.unit, e.half);
  if (months != 0) return add_months(from->days, e.count * months);
  if (from->precision != Precision::day || e.half) return std::nullopt;
  const sys_days edge = e.count < 0 ? from->days.first : from->days.last;
  const sys_days day = edge + days{e.count * days_of_unit(e.unit)};
  return DateInterval{day, day};
}

// earlier this year, later that month
std::optional<DateInterval> Resolver::around(const Expression& e) const {
  const bool later = e.count > 0;
  const Ref ref = e.left.ref;
  const auto unit = pointed_unit(ref, e.unit);
  if (!unit) return std::nullopt;
  DateInterval result = *unit;
  const bool from_reference = ref == Ref::same || (ref == Ref::the_one && reference_);
  if (from_reference) {
    const auto& r = ref == Ref::same ? anaphor_ : reference_;
    if (r && r->precision >= e.unit) return result;
    if (r && unit->contains(r->days)) {
      later ? result.first = r->days.last + days{1} : result.last = r->days.last;
    }
  } else {
    const auto base = e.unit <= Precision::week ? spoken_day() : now();
    if (!base) return std::nullopt;
    later ? result.first = *base + days{1} : result.last = *base;
  }
  if (result.last < result.first) return std::nullopt;
  return result;
}

std::optional<DateInterval> Resolver::weekday(const Expression& e) const {
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

std::optional<sys_days> Resolver::weekday_day(const Expression& e) const {
  const int weekday = e.left.weekday;
  const auto day_of_text = [&]() -> std::optional<DateInterval> {
    if (is_wire()) return context_.anchor;
    if (anaphor_ && anaphor_->precision == Precision::day) return anaphor_->days;
    return head_;
  };
  const auto base = day_of_text();
  if (!base) return std::nullopt;
  switch (e.left.ref) {
    case Ref::last: case Ref::preceding: return on_or_before(base->first - days{1}, weekday);
    case Ref::next: case Ref::following: return on_or_after(base->last + days{1}, weekday);
    case Ref::this_one: return on_or_after(unit_around(base->first, Precision::week, 0).first, weekday);
    default: break;
  }
  const bool back = looks_back(tokens_, sentences_[current_], range_of(e));
  if (is_wire()) {
    return tense(e) == Tense::future && !back ? on_or_after(base->last, weekday) : on_or_before(base->last, weekday);
  }
  const DateInterval& from = head_ && !back ? *head_ : *base;
  return back ? on_or_before(from.first - days{1}, weekday) : on_or_after(from.first, weekday);
}

std::optional<DateInterval> Resolver::day_word(const Expression& e) const {
  // In prose "today" is the writer's own time, whatever day the text speaks of.
  if (e.count == 0 && !head_ && !is_wire()) return std::nullopt;
  const auto day = spoken_day();
  if (!day) return std::nullopt;
  const bool back = e.count < 0 && head_;
  const sys_days moved = (back ? head_->first : *day) + days{e.count};
  return DateInterval{moved, moved};
}

// U.S.: October to September; Japan, India, Britain, Canada: April to March; else the calendar year.
std::optional<DateInterval> Resolver::fiscal(const Piece& piece) const {
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

int Resolver::fiscal_start_month() const {
  if (sentences_.empty()) return 1;
  const Expression& e = (*expressions_)[current_];
  const TokenRange sentence = sentences_[current_];
  // The country word that stands nearest, before the date if there are two at the same distance.
  for (std::size_t d = 1; d <= 40; ++d) {
    for (const std::size_t k : {e.first - d, e.last - 1 + d}) {
      if (k < sentence.begin || k >= sentence.end) continue;
      const Kind kind = tokens_.at(k).kind;
      const bool united = kind == Kind::states && tokens_.at(k).has(Token::kCapital);
      if (kind == Kind::fiscal_us || united) return 10;
      if (kind == Kind::fiscal_april) return 4;
    }
  }
  return 1;
}

}  // namespace dateline::dates
