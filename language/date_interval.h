// Days, intervals of days, and how precisely a text gives them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A closed interval of calendar days, `first` and `last` both included.
/// Proleptic Gregorian, no time zone. Invariant, kept by whoever makes one: first <= last.
struct DateInterval {
  std::chrono::sys_days first;
  std::chrono::sys_days last;

  /// Whether at least one day is in both.
  [[nodiscard]] constexpr bool overlaps(const DateInterval& other) const noexcept {
    return first <= other.last && other.first <= last;
  }
  /// Whether every day of `other` is in this one.
  [[nodiscard]] constexpr bool contains(const DateInterval& other) const noexcept {
    return first <= other.first && other.last <= last;
  }
  friend constexpr bool operator==(const DateInterval&, const DateInterval&) noexcept = default;
};

/// The unit of the words that gave a date – not the length of its interval ("mid-January": month).
/// Ordered from fine to coarse.
enum class Precision : std::uint8_t {
  day,
  week,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century,
};

/// What a date expression means.
struct DateValue {
  DateInterval days;
  Precision precision = Precision::day;
  bool approximate = false;    ///< the words are vague ("early", "about"), or were bent by us
  bool year_inferred = false;  ///< the year was not written in the expression itself

  friend constexpr bool operator==(const DateValue&, const DateValue&) noexcept = default;
};

/// The earliest and the latest day that queries and articles may name: 0001-01-01 and 9999-12-31.
inline constexpr std::chrono::sys_days kFirstDay{std::chrono::year{1} / 1 / 1};
inline constexpr std::chrono::sys_days kLastDay{std::chrono::year{9999} / 12 / 31};

/// The whole year, month or quarter as an interval.
/// @return nullopt when `y` is outside 1..9999, `m` outside 1..12, `q` outside 1..4.
[[nodiscard]] std::optional<DateInterval> year_interval(int y) noexcept;
[[nodiscard]] std::optional<DateInterval> month_interval(int y, int m) noexcept;
[[nodiscard]] std::optional<DateInterval> quarter_interval(int y, int q) noexcept;
/// One day as an interval; nullopt for a day that does not exist (29 February 2001).
[[nodiscard]] std::optional<DateInterval> day_interval(int y, int m, int d) noexcept;

/// Reads an ISO-like date at the precision it is written in, or a range of two of them:
/// `2001`, `2001-02`, `2001-02-19`, `2001Q1` (also `2001-Q1`, `2001-q1`), `A..B`, `A..`, `..B`.
/// "2001-02" is February. An open end runs to kFirstDay or kLastDay. Years have four digits, 0001
/// to 9999.
/// @return nullopt when `text` is no such date, names a day that does not exist, or a range is
/// reversed; never throws.
/// Source: ISO 8601-1:2019 §5.2 (reduced precision); quarters after EDTF's season codes, in the
/// usual spelling.
[[nodiscard]] std::optional<DateInterval> parse_iso_interval(std::string_view text) noexcept;

/// "2001-02-19", always ten characters.
[[nodiscard]] std::string format_day(std::chrono::sys_days day);
/// "2001-02-19" for a single day, else "2001-02-19..2001-03-02".
[[nodiscard]] std::string format_interval(const DateInterval& interval);

/// "day", "week", … "century".
[[nodiscard]] std::string_view precision_name(Precision precision) noexcept;

}  // namespace dateline
