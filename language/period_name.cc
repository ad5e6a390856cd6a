#include "language/period_name.h"

#include <fmt/format.h>

#include <array>

namespace dateline {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

struct MonthNames {
  std::string_view full;
  std::string_view three;    // three letters
  std::string_view chronic;  // as newspapers shorten it: short names are not shortened
};

constexpr std::array<MonthNames, 12> kMonths{{{"January", "Jan", "Jan."},
                                              {"February", "Feb", "Feb."},
                                              {"March", "Mar", "March"},
                                              {"April", "Apr", "April"},
                                              {"May", "May", "May"},
                                              {"June", "Jun", "June"},
                                              {"July", "Jul", "July"},
                                              {"August", "Aug", "Aug."},
                                              {"September", "Sep", "Sept."},
                                              {"October", "Oct", "Oct."},
                                              {"November", "Nov", "Nov."},
                                              {"December", "Dec", "Dec."}}};

struct Ends {
  year_month_day first;
  year_month_day last;

  explicit Ends(const DateInterval& interval) : first(interval.first), last(interval.last) {}
  [[nodiscard]] bool one_year() const { return first.year() == last.year(); }
  [[nodiscard]] bool one_month() const { return one_year() && first.month() == last.month(); }
  [[nodiscard]] bool one_day() const { return first == last; }
};

const MonthNames& month(const year_month_day& day) {
  return kMonths[static_cast<unsigned>(day.month()) - 1];
}
unsigned number(const year_month_day& day) { return static_cast<unsigned>(day.day()); }
int year(const year_month_day& day) { return static_cast<int>(day.year()); }

std::string day_and_month(const year_month_day& day) {
  return fmt::format("{} {}", number(day), month(day).three);
}

// The days of a week or of a range, with their year.
std::string days_and_year(const DateInterval& interval) {
  const Ends ends(interval);
  if (ends.one_month())
    return fmt::format("{}–{} {} {}", number(ends.first), number(ends.last), month(ends.last).three,
                       year(ends.last));
  if (ends.one_year())
    return fmt::format("{} – {} {}", day_and_month(ends.first), day_and_month(ends.last),
                       year(ends.last));
  return fmt::format("{} {} – {} {}", day_and_month(ends.first), year(ends.first),
                     day_and_month(ends.last), year(ends.last));
}

std::string months_name(const Ends& ends) {
  if (ends.one_month()) return fmt::format("{} {}", month(ends.first).full, year(ends.first));
  if (!ends.one_year()) {
    return fmt::format("{} {} – {} {}", month(ends.first).full, year(ends.first),
                       month(ends.last).full, year(ends.last));
  }
  return fmt::format("{}–{} {}", month(ends.first).full, month(ends.last).full, year(ends.last));
}

// Whether the days are whole years.
bool is_whole_years(const DateInterval& interval) {
  const Ends ends(interval);
  return is_whole_months(interval) && ends.first.month() == std::chrono::January &&
         ends.last.month() == std::chrono::December;
}

}  // namespace

bool is_whole_months(const DateInterval& period) {
  const year_month_day after{period.last + days{1}};
  return number(year_month_day{period.first}) == 1 && number(after) == 1;
}

std::string short_days(const DateInterval& period) {
  const Ends ends(period);
  if (ends.one_day()) return day_and_month(ends.first);
  if (ends.one_month()) return fmt::format("{}–{}", number(ends.first), day_and_month(ends.last));
  if (ends.one_year())
    return fmt::format("{} – {}", day_and_month(ends.first), day_and_month(ends.last));
  return days_and_year(period);
}

std::string chronology_days(const DateInterval& period) {
  const Ends ends(period);
  const auto begin = fmt::format("{} {}", month(ends.first).chronic, number(ends.first));
  if (ends.one_day()) return fmt::format("{}, {}", begin, year(ends.first));
  if (ends.one_month()) return fmt::format("{}-{}, {}", begin, number(ends.last), year(ends.last));
  const auto end =
      fmt::format("{} {}, {}", month(ends.last).chronic, number(ends.last), year(ends.last));
  if (ends.one_year()) return fmt::format("{}-{}", begin, end);
  return fmt::format("{}, {}-{}", begin, year(ends.first), end);
}

std::string period_name(const DateInterval& period) {
  const Ends ends(period);
  if (is_whole_years(period)) {
    return ends.one_year() ? fmt::format("{}", year(ends.first))
                           : fmt::format("{}–{}", year(ends.first), year(ends.last));
  }
  if (is_whole_months(period)) return months_name(ends);
  if (ends.one_day())
    return fmt::format("{} {} {}", number(ends.first), month(ends.first).full, year(ends.first));
  return days_and_year(period);
}

}  // namespace dateline
