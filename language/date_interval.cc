#include "language/date_interval.h"

#include <fmt/format.h>

#include <array>

namespace dateline {
namespace {

using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

// Reads exactly `count` digits at the front of `text` and removes them.
std::optional<int> take_digits(std::string_view& text, std::size_t count) noexcept {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) noexcept {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<DateInterval> parse_iso_date(std::string_view text) noexcept {
  const auto y = take_digits(text, 4);
  if (!y) return std::nullopt;
  if (text.empty()) return year_interval(*y);
  const bool hyphen = take(text, '-');
  if (take(text, 'Q') || take(text, 'q')) {
    const auto q = take_digits(text, 1);
    return q && text.empty() ? quarter_interval(*y, *q) : std::nullopt;
  }
  if (!hyphen) return std::nullopt;
  const auto m = take_digits(text, 2);
  if (!m) return std::nullopt;
  if (text.empty()) return month_interval(*y, *m);
  if (!take(text, '-')) return std::nullopt;
  const auto d = take_digits(text, 2);
  return d && text.empty() ? day_interval(*y, *m, *d) : std::nullopt;
}

bool is_year(int y) noexcept { return y >= 1 && y <= 9999; }

}  // namespace

std::optional<DateInterval> year_interval(int y) noexcept {
  if (!is_year(y)) return std::nullopt;
  return DateInterval{sys_days{year{y} / 1 / 1}, sys_days{year{y} / 12 / 31}};
}

std::optional<DateInterval> month_interval(int y, int m) noexcept {
  if (!is_year(y) || m < 1 || m > 12) return std::nullopt;
  return DateInterval{sys_days{year{y} / m / 1}, sys_days{year{y} / m / std::chrono::last}};
}

std::optional<DateInterval> quarter_interval(int y, int q) noexcept {
  if (!is_year(y) || q < 1 || q > 4) return std::nullopt;
  return DateInterval{sys_days{year{y} / (3 * q - 2) / 1},
                      sys_days{year{y} / (3 * q) / std::chrono::last}};
}

std::optional<DateInterval> day_interval(int y, int m, int d) noexcept {
  if (!is_year(y) || m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
  const year_month_day day{year{y} / m / d};
  if (!day.ok()) return std::nullopt;
  return DateInterval{sys_days{day}, sys_days{day}};
}

std::optional<DateInterval> parse_iso_interval(std::string_view text) noexcept {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return parse_iso_date(text);
  const auto left = text.substr(0, dots);
  const auto right = text.substr(dots + 2);
  if (left.empty() && right.empty()) return std::nullopt;
  DateInterval result{kFirstDay, kLastDay};
  if (!left.empty()) {
    const auto from = parse_iso_date(left);
    if (!from) return std::nullopt;
    result.first = from->first;
  }
  if (!right.empty()) {
    const auto to = parse_iso_date(right);
    if (!to) return std::nullopt;
    result.last = to->last;
  }
  if (result.last < result.first) return std::nullopt;
  return result;
}

std::string format_day(std::chrono::sys_days day) {
  const year_month_day ymd{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

std::string format_interval(const DateInterval& interval) {
  if (interval.first == interval.last) return format_day(interval.first);
  return format_day(interval.first) + ".." + format_day(interval.last);
}

std::string_view precision_name(Precision precision) noexcept {
  constexpr std::array<std::string_view, 9> kNames{
      "day", "week", "month", "quarter", "half", "season", "year", "decade", "century",
  };
  return kNames[static_cast<std::size_t>(precision)];
}

}  // namespace dateline
