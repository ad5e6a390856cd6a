// What rows and columns of a segment may hold.
#include "index/row_checks.h"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <span>
#include <vector>

#include "index/checked_rows.h"
#include "index/column_shapes.h"
#include "index/error.h"
#include "index/schema.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

namespace shape = dateline::shape;

namespace {

constexpr std::uint64_t kTextBytes = 100;
constexpr DayRange kDays{10'000, 10'030};
constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
constexpr auto kLeast = std::numeric_limits<std::int32_t>::min();

EventRow event_at(Span span, Span date_span, std::uint32_t tokens = 1) {
  EventRow row;
  row.span = span;
  row.date_span = date_span;
  row.token_count = tokens;
  return row;
}

MentionRow mention(MentionKind kind) {
  MentionRow row;
  row.span = {3, 9};
  row.kind = kind;
  row.days = kDays;
  row.value = pack_country(CountryCode{'C', 'N'});
  return row;
}

// Whether a shape takes one value in a column of one row.
template <typename Shape, typename T>
bool takes(T value, RowsOf rows, const RowCounts& counts) {
  return Shape::fits(std::vector<T>{value}, rows, counts);
}

}  // namespace

TEST_CASE("spans lie in the text, in either direction of damage", "[index][rows]") {
  CHECK(lies_in({0, 0}, 0));
  CHECK(lies_in({40, 100}, kTextBytes));
  CHECK_FALSE(lies_in({40, 101}, kTextBytes));
  CHECK_FALSE(lies_in({60, 40}, kTextBytes));
  CHECK_FALSE(lies_in({0xFFFFFFFF, 0xFFFFFFFF}, kTextBytes));
}

TEST_CASE("an event lies in its text, with no more words than bytes", "[index][rows]") {
  CHECK(is_sound(event_at({10, 90}, {20, 30}), kTextBytes));
  CHECK_FALSE(is_sound(event_at({10, 190}, {20, 30}), kTextBytes));
  CHECK_FALSE(is_sound(event_at({10, 90}, {20, 130}), kTextBytes));
  CHECK_FALSE(is_sound(event_at({10, 90}, {20, 30}, 81), kTextBytes));
}

TEST_CASE("a block is of a kind that there is", "[index][rows]") {
  BlockRow row{{0, 50}, {2, 50}, static_cast<std::uint32_t>(BlockKind::listing)};
  CHECK(is_sound(row, kTextBytes));
  ++row.kind;
  CHECK_FALSE(is_sound(row, kTextBytes));
  row.kind = 0x100;  // the paragraph's, in a byte
  CHECK_FALSE(is_sound(row, kTextBytes));
}

TEST_CASE("a mention has what its kind has", "[index][rows]") {
  for (const auto kind : {MentionKind::date, MentionKind::country, MentionKind::organization})
    CHECK(is_sound(mention(kind), kTextBytes));
  CHECK_FALSE(is_sound(mention(static_cast<MentionKind>(3)), kTextBytes));
  auto date = mention(MentionKind::date);
  date.precision = 255;
  CHECK_FALSE(is_sound(date, kTextBytes));
  date = mention(MentionKind::date);
  date.days = {};
  CHECK_FALSE(is_sound(date, kTextBytes));
  auto country = mention(MentionKind::country);
  country.value = 0x1B5B;
  CHECK_FALSE(is_sound(country, kTextBytes));
}

TEST_CASE("days are those of the calendar, known or not", "[index][rows]") {
  CHECK(is_sound(DayRange{}));
  CHECK(is_sound(to_day_range(DateInterval{kFirstDay, kLastDay})));
  for (const auto days :
       {DayRange{kLeast, 0}, DayRange{0, kMost}, DayRange{kMost, kLeast}, DayRange{kMost, kMost}}) {
    CAPTURE(days.first, days.last);
    CHECK_FALSE(is_sound(days));
    CHECK_FALSE(takes<shape::CheckedValues<DayRange>>(days, RowsOf::events, {1, 1, 1, 1}));
  }
}

TEST_CASE("a column holds no value without a meaning", "[index][rows][columns]") {
  constexpr RowCounts kCounts{3, 1, 5, 1};
  using shape::CheckedValues;
  CHECK(takes<CheckedValues<Precision>>(Precision::century, RowsOf::events, kCounts));
  CHECK_FALSE(takes<CheckedValues<Precision>>(static_cast<Precision>(9), RowsOf::events, kCounts));
  CHECK(takes<CheckedValues<EventOrigin>>(EventOrigin::log, RowsOf::events, kCounts));
  CHECK_FALSE(
      takes<CheckedValues<EventOrigin>>(static_cast<EventOrigin>(255), RowsOf::events, kCounts));
  CHECK(takes<shape::Numbers<RowsOf::articles>>(2U, RowsOf::events, kCounts));
  CHECK_FALSE(takes<shape::Numbers<RowsOf::articles>>(3U, RowsOf::events, kCounts));
  CHECK(takes<shape::Numbers<RowsOf::terms>>(4U, RowsOf::words, kCounts));
  CHECK_FALSE(takes<shape::Numbers<RowsOf::terms>>(5U, RowsOf::words, kCounts));
  const std::vector<std::uint32_t> offsets{0, 1};
  const std::vector<std::uint16_t> country{pack_country(CountryCode{'Z', 'A'})};
  const std::vector<std::uint16_t> none{0xFFFF};
  CHECK(shape::Countries::fits({offsets, country}, RowsOf::events, kCounts));
  CHECK_FALSE(shape::Countries::fits({offsets, none}, RowsOf::events, kCounts));
}

TEST_CASE("one bad value among many is seen", "[index][rows][columns]") {
  const auto at = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{4096}, std::size_t{9'998});
  constexpr std::size_t kMany = 9'999;
  std::vector<Precision> precisions(kMany, Precision::century);
  std::vector<DayRange> days(kMany, kDays);
  std::vector<std::uint16_t> countries(kMany, pack_country(CountryCode{'Z', 'A'}));
  std::vector<std::uint32_t> numbers(kMany, 41);
  CHECK(are_sound(std::span<const Precision>(precisions)));
  CHECK(are_sound(std::span<const DayRange>(days)));
  CHECK(are_sound_countries(countries));
  CHECK(are_below(numbers, 42));
  for (const unsigned bad : {9U, 127U, 128U, 255U}) {
    precisions[at] = static_cast<Precision>(bad);
    CHECK_FALSE(are_sound(std::span<const Precision>(precisions)));
  }
  for (const auto bad : {kLeast, kFirstSoundDay - 1, kLastSoundDay + 1, kMost}) {
    days[at] = {bad, kDays.last};
    CHECK_FALSE(are_sound(std::span<const DayRange>(days)));
    days[at] = {kDays.first, bad};
    CHECK_FALSE(are_sound(std::span<const DayRange>(days)));
  }
  for (unsigned bad = 0; bad <= 0xFFFF; ++bad) {
    countries[at] = static_cast<std::uint16_t>(bad);
    if (are_sound_countries(countries) != is_sound_country(countries[at])) FAIL(bad);
    if (bad % 0x100 == 0x5B) bad += 0x90;
  }
  for (const std::uint32_t bad : {42U, 0x7FFFFFFFU, 0x80000000U, 0xFFFFFFFFU}) {
    numbers[at] = bad;
    CHECK_FALSE(are_below(numbers, 42));
  }
  CHECK_FALSE(are_below(numbers, 0));
  CHECK(are_below({}, 0));
}

TEST_CASE("a bad row is refused when it is read, and not before", "[index][rows]") {
  const std::vector<BlockRow> blocks{{{0, 10}, {0, 10}, 2}, {{0, 999}, {0, 10}, 2}};
  const std::filesystem::path segment = "segments/000001";
  const CheckedRows<BlockRow> rows(blocks, kTextBytes, segment);
  CHECK(rows.size() == 2);
  CHECK(rows[0].span.end == 10);
  CHECK_THROWS_WITH(rows[1], Catch::Contains("segments/000001"));
  CHECK_THROWS_AS(std::vector<BlockRow>(rows.begin(), rows.end()), IndexError);
}

}  // namespace dateline::test
