// Ranges: from A to B, between A and B, A-B, from A on.
#include "language/dates/calendar.h"
#include "language/dates/grammar.h"

namespace dateline::dates {
namespace {

bool is_calendar(const Expression& e) noexcept { return e.form == Form::calendar; }

// Which pieces may stand at the two ends of a range without "from" or "between".
int family(const Piece& piece) noexcept {
  if (piece.part == Part::half || piece.part == Part::quarter) return 20;
  if (piece.part == Part::week || piece.part == Part::first_n || piece.part == Part::last_n)
    return 21;
  return static_cast<int>(piece.base);
}

}  // namespace

// from A to B, between A and B, from A on.
std::size_t Grammar::framed(std::size_t i) {
  std::size_t j = skip(i + 1, Kind::about);
  j = skip(j, Kind::the);
  if (at(j).kind == Kind::from || at(j).kind == Kind::between) return 0;
  const std::size_t middle = atom(j);
  if (middle == 0) return 0;
  if (is(i, Kind::between)) {
    // "between May 8 and 11" was read as a list of two.
    if (items_.size() == 2 && !items_[0].range && !items_[1].range &&
        join(items_[0], items_[1], true)) {
      items_.pop_back();
      return middle;
    }
    return items_.size() == 1 && is(middle, Kind::and_word) ? right_side(middle + 1, true) : 0;
  }
  if (const std::size_t end = to_present(middle); end != 0) return end;
  if (const std::size_t end = onward(i, middle); end != 0) return end;
  return extend(middle, true);
}

// from 1980 to the present, 1980–present
std::size_t Grammar::to_present(std::size_t j) {
  const bool dash = is(j, Kind::dash) && tokens_.glued(j);
  if (!dash && !is(j, Kind::to) && !is(j, Kind::until) && !is(j, Kind::through)) return 0;
  const std::size_t k = skip(j + 1, Kind::the);
  const bool present = (is(k, Kind::current) && !rules_.is_noun_like(k + 1)) || is(k, Kind::now) ||
                       (is(k, Kind::day_word) && at(k).value == 0);
  if (!present || items_.size() != 1 || !is_calendar(items_[0])) return 0;
  items_[0].since = true;
  items_[0].last = k + 1;
  return k + 1;
}

// from 1999 on, from 1999 onward
std::size_t Grammar::onward(std::size_t i, std::size_t j) {
  const Kind next = at(j + 1).kind;
  const bool bare_on =
      is(j, Kind::on) && next != Kind::weekday && next != Kind::month && next != Kind::number;
  if (is(j, Kind::and_word) && is(j + 1, Kind::onward)) ++j;
  if ((!is(j, Kind::onward) && !bare_on) || items_.size() != 1 || !is_calendar(items_[0])) return 0;
  items_[0].since = true;
  items_[0].first = i;
  items_[0].last = j + 1;
  return j + 1;
}

// After an expression that ends at `end`: a dash, to, through or until, and its other side.
std::size_t Grammar::extend(std::size_t end, bool is_framed) {
  if (items_.empty() || items_.size() >= kMaxItems) return end;
  if (is(end, Kind::dash)) {
    if (const std::size_t present = to_present(end); present != 0) return present;
  }
  const Expression& left = items_.back();
  if (left.range || (left.form != Form::calendar && left.form != Form::weekday)) return end;
  // "Extended in 2010 until 2042" is no range: "until" belongs to the verb.
  const Kind before = at(left.first - 1).kind;
  const bool adverbial = !is_framed && (before == Kind::in || before == Kind::on);
  const std::size_t start = end;
  if (is_framed && is(end, Kind::comma)) ++end;  // from May 7, 1987, to August 6, 1987
  const bool word =
      is(end, Kind::to) || is(end, Kind::through) || (is(end, Kind::until) && !adverbial);
  const bool dash = is(end, Kind::dash) && (at(end).value < 3 || tokens_.glued(end + 1));
  if (!word && !dash) return start;
  const bool hyphens = dash && is(end + 1, Kind::to) && is(end + 2, Kind::dash);  // 1986-to-1990
  const std::size_t right = right_side(hyphens ? end + 3 : end + 1, is_framed);
  return right == 0 ? start : right;
}

// Reads the right side of a range whose left side is the last item.
std::size_t Grammar::right_side(std::size_t i, bool is_framed) {
  const std::size_t before = items_.size();
  std::size_t j = skip(i, Kind::about);
  j = skip(j, Kind::the);
  const std::size_t end = atom(j);
  const bool joined = end != 0 && items_.size() > before && before > 0 &&
                      join(items_[before - 1], items_[before], is_framed);
  if (!joined) {
    items_.resize(before);
    return 0;
  }
  items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(before));
  return end;
}

// Makes `left` a range up to `right`; each side gives what the other lacks.
bool Grammar::join(Expression& left, const Expression& right, bool is_framed) {
  if (left.form != right.form || left.range || right.range) return false;
  if (left.form != Form::calendar && left.form != Form::weekday) return false;
  Piece a = left.left, b = right.left;
  if (!is_framed && family(a) != family(b)) return false;
  if (a.year >= 1000 && b.short_year && b.base == Precision::year) {
    b.year += a.year / 100 * 100;
    b.short_year = false;
  }
  if (a.base == Precision::day && b.base == Precision::day) {
    if (a.month == 0) a.month = b.month;
    if (b.month == 0) b.month = a.month;
  }
  if (a.year > 0 && b.year > 0 && a.base == b.base && a.base >= Precision::year && !a.short_year &&
      !b.short_year && a.part == b.part && b.year <= a.year) {
    return false;
  }
  left.left = a;
  left.right = b;
  left.range = true;
  left.last = right.last;
  if (left.form == Form::calendar) {
    const bool fraction = a.part == Part::half || a.part == Part::quarter;
    left.rule = fraction                     ? "range"
                : a.base == Precision::day   ? "day-range"
                : a.base == Precision::month ? "month-range"
                : a.base == Precision::year  ? "year-range"
                                             : "range";
  }
  return true;
}

}  // namespace dateline::dates
