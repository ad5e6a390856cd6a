// The fixed-width rows of a segment's columns. Their layout is the file format: see schema.h.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include "corpus/article.h"
#include "index/event_origin.h"
#include "language/date_interval.h"
#include "language/span.h"

namespace dateline {

/// Days since 1970-01-01, both ends included; first > last means unknown.
struct DayRange {
  std::int32_t first = 1;
  std::int32_t last = 0;

  [[nodiscard]] constexpr bool known() const noexcept { return first <= last; }
  [[nodiscard]] constexpr bool overlaps(const DayRange& other) const noexcept {
    return first <= other.last && other.first <= last;
  }
  friend constexpr auto operator<=>(const DayRange&, const DayRange&) noexcept = default;
};

[[nodiscard]] constexpr DayRange to_day_range(const DateInterval& interval) noexcept {
  return {static_cast<std::int32_t>(interval.first.time_since_epoch().count()),
          static_cast<std::int32_t>(interval.last.time_since_epoch().count())};
}
[[nodiscard]] constexpr DayRange to_day_range(
    const std::optional<DateInterval>& interval) noexcept {
  return interval ? to_day_range(*interval) : DayRange{};
}
/// Requires days.known().
[[nodiscard]] constexpr DateInterval to_interval(DayRange days) noexcept {
  return {std::chrono::sys_days{std::chrono::days{days.first}},
          std::chrono::sys_days{std::chrono::days{days.last}}};
}

/// Bits of DateRow::flags, MentionRow::flags and EventRow::flags.
inline constexpr std::uint8_t kApproximate = 1;
inline constexpr std::uint8_t kYearInferred = 2;

/// The flags of a date.
[[nodiscard]] constexpr std::uint8_t date_flags(const DateValue& date) noexcept {
  return static_cast<std::uint8_t>((date.approximate ? kApproximate : 0) |
                                   (date.year_inferred ? kYearInferred : 0));
}

/// A date that an article speaks of.
struct DateRow {
  DayRange days;
  std::uint8_t precision = 0;  ///< Precision
  std::uint8_t flags = 0;
  std::uint16_t reserved = 0;

  friend constexpr auto operator<=>(const DateRow&, const DateRow&) noexcept = default;
};

/// A block (corpus/article.h).
struct BlockRow {
  Span span;
  Span content;
  std::uint32_t kind = 0;  ///< BlockKind
};

/// What a MentionRow is a mention of.
enum class MentionKind : std::uint8_t { date = 0, country = 1, organization = 2, person = 3 };

/// "date", "country", "organization", "person".
[[nodiscard]] constexpr std::string_view mention_kind_name(MentionKind kind) noexcept {
  switch (kind) {
    case MentionKind::country:
      return "country";
    case MentionKind::organization:
      return "organization";
    case MentionKind::person:
      return "person";
    case MentionKind::date:
      break;
  }
  return "date";
}

/// Whether a block is a heading, the chronology's and its dates included.
[[nodiscard]] constexpr bool is_heading(const BlockRow& block) noexcept {
  const auto kind = static_cast<BlockKind>(block.kind);
  return kind == BlockKind::heading || kind == BlockKind::chronology_heading ||
         kind == BlockKind::chronology_date;
}

/// What is shown of a block: its content, and of a log's entry also its credits.
[[nodiscard]] constexpr Span shown_span(const BlockRow& block) noexcept {
  const bool entry = static_cast<BlockKind>(block.kind) == BlockKind::log_entry;
  return entry ? block.span : block.content;
}

/// A mention. A place that means two countries has two rows.
struct MentionRow {
  Span span;
  /// Dates. Persons: `first` is their number in the dictionary persons, `last` the first byte of
  /// the words that tell the office, or -1 when none do.
  DayRange days;
  /// Countries: packed code; organizations: into their dictionary; persons: the packed code of the
  /// country for which they act, or 0.
  std::uint16_t value = 0;
  std::uint16_t rule = 0;  ///< into the dictionary rules
  MentionKind kind = MentionKind::date;
  std::uint8_t precision = 0;  ///< persons: how many bytes those words have, the lower byte …
  std::uint8_t flags = 0;      ///< … and the upper one
  std::uint8_t reserved = 0;
};

/// The number of a person in the dictionary persons.
[[nodiscard]] constexpr std::uint32_t person_number(const MentionRow& row) noexcept {
  return static_cast<std::uint32_t>(row.days.first);
}
/// The words that tell a person's office; empty when the row has none.
[[nodiscard]] constexpr Span office_words(const MentionRow& row) noexcept {
  if (row.days.last < 0) return {};
  const auto begin = static_cast<std::uint32_t>(row.days.last);
  return {begin, begin + (static_cast<std::uint32_t>(row.flags) << 8U) + row.precision};
}
/// Makes a row a person's.
constexpr void set_person(MentionRow& row, std::uint32_t number, Span words) noexcept {
  constexpr std::uint32_t kLongest = 0xFFFF;
  const bool has_words = !words.empty() && words.size() <= kLongest;
  row.days.first = static_cast<std::int32_t>(number);
  row.days.last = has_words ? static_cast<std::int32_t>(words.begin) : -1;
  row.precision = static_cast<std::uint8_t>(has_words ? words.size() & 0xFFU : 0);
  row.flags = static_cast<std::uint8_t>(has_words ? words.size() >> 8U : 0);
}

/// An event, except for what has a column of its own.
struct EventRow {
  Span span;                 ///< its text, in the article
  Span date_span;            ///< its date as written; empty when a log's day dates it
  std::uint64_t tokens = 0;  ///< where its first token stands in the file tokens
  std::uint32_t token_count = 0;
  std::uint32_t token_base = 0;  ///< end of the token before it, from which the first gap counts
  std::uint32_t block = 0;       ///< the block that holds it, counted within the article
  std::uint32_t hash = 0;        ///< the eight hex digits of its id
  std::uint16_t occurrence = 0;  ///< 0, or 1, 2, … for later events of the same hash in the article
  std::uint8_t flags = 0;
  std::uint8_t reserved[5] = {};
};

static_assert(sizeof(DateRow) == 12 && std::is_trivially_copyable_v<DateRow>);
static_assert(sizeof(BlockRow) == 20 && std::is_trivially_copyable_v<BlockRow>);
static_assert(sizeof(MentionRow) == 24 && std::is_trivially_copyable_v<MentionRow>);
static_assert(sizeof(EventRow) == 48 && std::is_trivially_copyable_v<EventRow>);

}  // namespace dateline
