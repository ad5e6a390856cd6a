#include "index/date_terms.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "index/schema.h"

namespace dateline {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// A level cuts time into buckets of whole months, numbered from year 0.
struct Level {
  char letter;
  int months;
};
constexpr std::array<Level, 5> kLevels{{{'m', 1}, {'q', 3}, {'y', 12}, {'d', 120}, {'c', 1200}}};

int month_number(std::int32_t day) {
  const year_month_day ymd{sys_days{std::chrono::days{day}}};
  return static_cast<int>(ymd.year()) * 12 + static_cast<int>(static_cast<unsigned>(ymd.month())) -
         1;
}

std::int32_t first_day_of(int month) {
  const std::chrono::year_month_day ymd{std::chrono::year{month / 12},
                                        std::chrono::month{static_cast<unsigned>(month % 12) + 1},
                                        std::chrono::day{1}};
  return static_cast<std::int32_t>(sys_days{ymd}.time_since_epoch().count());
}

std::string bucket_term(const Level& level, int bucket) {
  const int first_month = bucket * level.months;
  const int year = first_month / 12;
  switch (level.letter) {
    case 'm':
      return fmt::format("{}m{:04}{:02}", kDatePrefix, year, first_month % 12 + 1);
    case 'q':
      return fmt::format("{}q{:04}{}", kDatePrefix, year, first_month % 12 / 3 + 1);
    case 'y':
      return fmt::format("{}y{:04}", kDatePrefix, year);
    case 'd':
      return fmt::format("{}d{:03}", kDatePrefix, year / 10);
    default:
      return fmt::format("{}c{:02}", kDatePrefix, year / 100);
  }
}

bool fills_a_bucket(const Level& level, DayRange days, int first_month) {
  const int bucket = first_month / level.months;
  for (const int candidate : {bucket, bucket + 1}) {
    const int begin = candidate * level.months;
    if (first_day_of(begin) >= days.first && first_day_of(begin + level.months) - 1 <= days.last) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> date_terms(DayRange days) {
  const int first_month = month_number(days.first);
  const int last_month = month_number(days.last);
  const Level* level = kLevels.data();
  for (const Level& candidate : kLevels) {
    if (fills_a_bucket(candidate, days, first_month)) level = &candidate;
  }
  std::vector<std::string> terms;
  for (int bucket = first_month / level->months; bucket <= last_month / level->months; ++bucket) {
    terms.push_back(bucket_term(*level, bucket));
  }
  return terms;
}

std::vector<DateTermRange> date_term_ranges(DayRange days) {
  const int first_month = month_number(days.first);
  const int last_month = month_number(days.last);
  std::vector<DateTermRange> ranges;
  ranges.reserve(kLevels.size());
  for (const Level& level : kLevels) {
    ranges.push_back({bucket_term(level, first_month / level.months),
                      bucket_term(level, last_month / level.months)});
  }
  return ranges;
}

}  // namespace dateline
