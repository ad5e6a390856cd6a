// Expressions that are seen from somewhere else (extraction policy, A2): deictic ones from the head
// or the anchor's end, anaphoric ones from the last date.
#include <algorithm>

#include "language/dates/calendar.h"
#include "language/dates/resolver.h"

namespace dateline::dates {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// A unit, or half of one, in months; 0 for days and weeks.
int months_of(Precision unit, bool half) noexcept { return months_in(unit) / (half ? 2 : 1); }

int days_of_unit(Precision unit) noexcept { return unit == Precision::week ? 7 : 1; }

bool is_anaphoric(Ref ref) noexcept {
  return ref == Ref::same || ref == Ref::following || ref == Ref::preceding;
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

// "The following" goes on from where the story has come to, unless it has just looked back, and
// "the previous" the other way round: from the last date that was named.
std::optional<Reference> Resolver::anaphor_for(Ref ref) const {
  if (!anaphor_ || !named_) return anaphor_;
  const bool back = anaphor_->days.first < named_->days.first;
  const bool forth = anaphor_->days.first > named_->days.first;
  if (ref == Ref::following && back) return named_;
  return ref == Ref::preceding && forth ? named_ : anaphor_;
}

std::optional<DateInterval> Resolver::anaphoric_unit(Ref ref, Precision unit) const {
  const auto from = anaphor_for(ref);
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
  const InYear years{*this, e};
  // A winter belongs to two years: the one that the base is in or next to.
  const bool winter = e.left.base == Precision::season && e.left.month == 3;
  if (is_anaphoric(ref)) {
    const auto from = anaphor_for(ref);
    if (!from) return std::nullopt;
    const DateInterval& r = from->days;
    if (ref == Ref::same) return years(year_of(r.last) + (winter && month_of(r.last) >= 7 ? 1 : 0));
    return ref == Ref::following ? first_after(years, r.last)
                                 : last_until(years, r.first - days{1});
  }
  const auto base = now();
  if (!base) return std::nullopt;
  switch (ref) {
    case Ref::last:
      return last_until(years, *base);
    case Ref::next:
      return first_after(years, *base);
    default:
      break;
  }
  const auto same = years(year_of(*base));
  if (winter && month_of(*base) >= 7) return years(year_of(*base) + 1);
  return same;
}

// Whether a verb further before the date looks ahead: would hire workers no longer needed over the
// next five years.
bool Resolver::is_foreseen(const Expression& e) const {
  constexpr std::size_t kFar = 24;
  const std::size_t begin = sentences_[current_].begin;
  for (std::size_t k = e.first, steps = 0; k > begin && steps < kFar; ++steps) {
    --k;
    if (tokens_.is(k, Kind::modal) && tokens_.at(k).value >= 1)
      return !tokens_.is(k + 1, Kind::have);
    if (tokens_.is(k, Kind::semicolon)) return false;
  }
  return false;
}

std::optional<DateInterval> Resolver::window(const Expression& e) {
  auto base = now();
  if (!base) return std::nullopt;
  // "In 1812 he set out; over the next two years he lost": the story goes on from where it is.
  // Without a date before it such a stretch has no beginning that the text tells.
  if (e.count > 0 && tense(e) == Tense::past && !is_foreseen(e)) {
    if (!anaphor_ || !is_past(anaphor_->days)) return std::nullopt;
    base = anaphor_->days.last;
  }
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

std::optional<sys_days> Resolver::now() const {
  if (head_) return head_->last;
  if (context_.anchor) return context_.anchor->last;
  return std::nullopt;
}

bool Resolver::is_past(const DateInterval& days) const {
  const auto end = now();
  return end && days.last < *end;
}

bool Resolver::is_wire() const {
  return context_.anchor && context_.anchor->first == context_.anchor->last && !head_is_written_;
}

std::optional<sys_days> Resolver::spoken_day() const {
  if (head_) return head_->last;
  if (is_wire()) return context_.anchor->last;
  if (anaphor_ && anaphor_->precision == Precision::day) return anaphor_->days.last;
  return std::nullopt;
}

}  // namespace dateline::dates
