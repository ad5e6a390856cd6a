#include "searcher/query/bucket.h"

#include <array>
#include <chrono>
#include <utility>

namespace dateline {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// Monday, 1 January of the year 1, in days since 1970-01-01.
constexpr std::int32_t kFirst = -719162;

struct YearMonth {
  unsigned year;
  unsigned month;  // 0-based
};

YearMonth year_month(std::int32_t day) noexcept {
  const year_month_day ymd{sys_days{std::chrono::days{day}}};
  return {static_cast<unsigned>(static_cast<int>(ymd.year())),
          static_cast<unsigned>(ymd.month()) - 1};
}

std::int32_t day_of(unsigned year, unsigned month) noexcept {
  const sys_days day = std::chrono::year{static_cast<int>(year)} / static_cast<int>(month + 1) / 1;
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

char digit(std::uint32_t value) { return static_cast<char>('0' + value % 10); }

std::string two_digits(std::uint32_t value) { return {digit(value / 10), digit(value)}; }

std::string year_name(std::uint32_t year) {
  return {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year)};
}

std::string week_name(std::uint32_t number) {
  const auto monday = kFirst + static_cast<std::int32_t>(number) * 7;
  const auto year = year_month(monday + 3).year;
  const auto first_of_year = day_of(year, 0);
  return year_name(year) + "-W" +
         two_digits(static_cast<std::uint32_t>((monday + 3 - first_of_year) / 7 + 1));
}

}  // namespace

std::uint32_t bucket_number(Bucket bucket, std::int32_t day) noexcept {
  switch (bucket) {
    case Bucket::day:
      return static_cast<std::uint32_t>(day - kFirst);
    case Bucket::week:
      return static_cast<std::uint32_t>(day - kFirst) / 7;
    default:
      break;
  }
  const auto [year, month] = year_month(day);
  switch (bucket) {
    case Bucket::month:
      return year * 12 + month;
    case Bucket::quarter:
      return year * 4 + month / 3;
    default:
      return year;
  }
}

// Facets name hundreds of buckets at a time.
std::string bucket_name(Bucket bucket, std::uint32_t number) {
  switch (bucket) {
    case Bucket::day:
      return format_day(sys_days{std::chrono::days{kFirst + static_cast<std::int32_t>(number)}});
    case Bucket::week:
      return week_name(number);
    case Bucket::month:
      return year_name(number / 12) + '-' + two_digits(number % 12 + 1);
    case Bucket::quarter:
      return year_name(number / 4) + 'Q' + static_cast<char>('1' + number % 4);
    case Bucket::year:
      break;
  }
  return year_name(number);
}

std::optional<std::uint32_t> bucket_named(Bucket bucket, std::string_view name) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kWeek = 6;  // of "2001-W08"
  std::optional<DateInterval> days;
  std::int32_t later = 0;
  if (bucket != Bucket::week) {
    days = parse_iso_interval(std::string{name});
  } else if (name.size() == kWeek + 2) {
    days = parse_iso_interval(std::string{name.substr(0, kYear)} + "-01-04");  // always of week 1
    later = 7 * ((name[kWeek] - '0') * 10 + (name[kWeek + 1] - '0') - 1);
  }
  if (!days) return std::nullopt;
  const auto number = bucket_number(bucket, to_day_range(*days).first + later);
  return bucket_name(bucket, number) == name ? std::optional{number} : std::nullopt;
}

DayRange bucket_days(Bucket bucket, std::uint32_t number) noexcept {
  const auto begin = [bucket](std::uint32_t n) {
    switch (bucket) {
      case Bucket::day:
        return kFirst + static_cast<std::int32_t>(n);
      case Bucket::week:
        return kFirst + static_cast<std::int32_t>(n) * 7;
      case Bucket::month:
        return day_of(n / 12, n % 12);
      case Bucket::quarter:
        return day_of(n / 4, n % 4 * 3);
      case Bucket::year:
        break;
    }
    return day_of(n, 0);
  };
  return {begin(number), begin(number + 1) - 1};
}

Precision coarsest_precision(Bucket bucket) noexcept {
  switch (bucket) {
    case Bucket::day:
      return Precision::day;
    case Bucket::week:
      return Precision::week;
    case Bucket::month:
      return Precision::month;
    case Bucket::quarter:
      return Precision::quarter;
    case Bucket::year:
      break;
  }
  return Precision::year;
}

std::optional<BucketRange> buckets_of(Bucket bucket, DayRange days, Precision precision) noexcept {
  if (precision > coarsest_precision(bucket)) return std::nullopt;
  const auto first = bucket_number(bucket, days.first);
  const auto last = days.last == days.first ? first : bucket_number(bucket, days.last);
  if (last - first >= kMaxBucketsOfADate) return std::nullopt;
  return BucketRange{first, last};
}

}  // namespace dateline
