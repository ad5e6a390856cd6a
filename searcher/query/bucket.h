// Buckets of days: years, quarters, months, ISO weeks, days.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "index/rows.h"
#include "language/date_interval.h"

namespace dateline {

/// The width of a bucket of days.
enum class Bucket : std::uint8_t { year, quarter, month, week, day };
/// Their words, in order.
inline constexpr std::array<std::string_view, 5> kBucketWords{"year", "quarter", "month", "week",
                                                              "day"};

/// "year", "quarter", "month", "week", "day".
[[nodiscard]] constexpr std::string_view bucket_word(Bucket bucket) noexcept {
  return kBucketWords[static_cast<std::size_t>(bucket)];
}

/// The number of the bucket that holds a day (since 1970-01-01, of the years 1 to 9999); buckets of
/// one width are numbered in the order of time, without gaps, from 0 or more.
[[nodiscard]] std::uint32_t bucket_number(Bucket bucket, std::int32_t day) noexcept;
/// "2001", "2001Q1", "2001-02", "2001-W08" (ISO 8601: the week of the year that holds its
/// Thursday), "2001-02-19".
[[nodiscard]] std::string bucket_name(Bucket bucket, std::uint32_t number);
/// The number of a bucket of this name; nullopt: it is none of this width.
[[nodiscard]] std::optional<std::uint32_t> bucket_named(Bucket bucket, std::string_view name);
/// The days of a bucket.
[[nodiscard]] DayRange bucket_days(Bucket bucket, std::uint32_t number) noexcept;
/// The coarsest precision whose dates count in buckets of this width.
[[nodiscard]] Precision coarsest_precision(Bucket bucket) noexcept;

/// A range ("since 1996") that touches more buckets than this counts as coarser than they.
inline constexpr std::uint32_t kMaxBucketsOfADate = 12;

/// The numbers of the first and the last bucket that a date touches; nullopt when it is coarser.
struct BucketRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};
[[nodiscard]] std::optional<BucketRange> buckets_of(Bucket bucket, DayRange days,
                                                    Precision precision) noexcept;

}  // namespace dateline
