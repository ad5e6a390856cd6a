#include "presenter/edtf.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "language/period_name.h"

namespace dateline {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

struct Ends {
  year_month_day first;
  year_month_day last;
  bool whole_months;
  bool whole_years;
};

Ends ends_of(const DateInterval& days) {
  const year_month_day first{days.first};
  const year_month_day last{days.last};
  const bool months = is_whole_months(days);
  const bool years =
      months && first.month() == std::chrono::January && last.month() == std::chrono::December;
  return {first, last, months, years};
}

int number(std::chrono::year year) { return static_cast<int>(year); }

// "198X", "19XX": years that have their first digits in common, and all others.
std::optional<std::string> unsaid_years(const Ends& ends) {
  const auto first = number(ends.first.year());
  const auto last = number(ends.last.year());
  if (!ends.whole_years) return std::nullopt;
  if (last - first == 9 && first % 10 == 0) return fmt::format("{:03}X", first / 10);
  if (last - first == 99 && first % 100 == 0) return fmt::format("{:02}XX", first / 100);
  return std::nullopt;
}

std::string one_end(const year_month_day& day, const Ends& ends) {
  if (ends.whole_years) return fmt::format("{:04}", number(day.year()));
  if (ends.whole_months)
    return fmt::format("{:04}-{:02}", number(day.year()), unsigned{day.month()});
  return format_day(sys_days{day});
}

}  // namespace

std::string edtf_of(const HitDate& date) {
  const std::string mark = date.approximate ? "~" : "";
  // The day after the last one that there is has no year.
  if (date.days.first == kFirstDay || date.days.last == kLastDay) {
    const auto from = date.days.first == kFirstDay ? ".." : format_day(date.days.first) + mark;
    const auto to = date.days.last == kLastDay ? ".." : format_day(date.days.last) + mark;
    return from + "/" + to;
  }
  const auto ends = ends_of(date.days);
  if (const auto years = unsaid_years(ends)) return *years + mark;
  const auto first = one_end(ends.first, ends);
  const auto last = one_end(ends.last, ends);
  return first == last ? first + mark : first + mark + "/" + last + mark;
}

}  // namespace dateline
