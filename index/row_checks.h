// What the values of a segment's columns may be. A damaged or crafted index has others.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "corpus/article.h"
#include "index/event_origin.h"
#include "index/rows.h"
#include "language/date_interval.h"
#include "language/span.h"

namespace dateline {

// Of single values: checked when a segment is opened, since they are read in inner loops. Without a
// branch, so that a compiler looks at many of them at once.

[[nodiscard]] constexpr bool is_sound(Precision precision) noexcept {
  return precision <= Precision::century;
}
[[nodiscard]] constexpr bool is_sound(EventOrigin origin) noexcept {
  return origin <= EventOrigin::log;
}
/// Days that are unknown have any order, but lie among those that there are as well.
[[nodiscard]] constexpr bool is_sound(DayRange days) noexcept {
  constexpr auto kFirst = static_cast<std::int32_t>(kFirstDay.time_since_epoch().count());
  constexpr auto kLast = static_cast<std::int32_t>(kLastDay.time_since_epoch().count());
  return (static_cast<int>(days.first >= kFirst) & static_cast<int>(days.first <= kLast) &
          static_cast<int>(days.last >= kFirst) & static_cast<int>(days.last <= kLast)) != 0;
}
/// Two letters (pack_country).
[[nodiscard]] constexpr bool is_sound_country(std::uint16_t packed) noexcept {
  constexpr unsigned kFirst = 'A';
  constexpr unsigned kLetters = 26;
  const unsigned letters = packed;
  return (static_cast<int>((letters >> 8U) - kFirst < kLetters) &
          static_cast<int>((letters & 0xFFU) - kFirst < kLetters)) != 0;
}

/// Whether all of `values` are, by `is_one`. Vectorizable.
template <typename T, typename IsOne>
[[nodiscard]] constexpr bool are_sound(std::span<const T> values, IsOne is_one) noexcept {
  constexpr std::size_t kPiece = 4096;  // after which it looks whether to go on
  for (; !values.empty(); values = values.subspan(std::min(kPiece, values.size()))) {
    unsigned bad = 0;
    for (const T value : values.first(std::min(kPiece, values.size())))
      bad |= static_cast<unsigned>(!is_one(value));
    if (bad != 0) return false;
  }
  return true;
}

// Of rows: checked when one is read (checked_rows.h). `text_bytes` is the size of the article's
// text.

[[nodiscard]] constexpr bool lies_in(Span span, std::uint64_t text_bytes) noexcept {
  return span.begin <= span.end && span.end <= text_bytes;
}
[[nodiscard]] constexpr bool is_sound(const DateRow& row, std::uint64_t /*text_bytes*/) noexcept {
  return row.days.known() && is_sound(row.days) && is_sound(static_cast<Precision>(row.precision));
}
[[nodiscard]] constexpr bool is_sound(const BlockRow& row, std::uint64_t text_bytes) noexcept {
  return row.kind <= static_cast<std::uint32_t>(BlockKind::log_entry) &&
         lies_in(row.span, text_bytes) && lies_in(row.content, text_bytes);
}
[[nodiscard]] constexpr bool is_sound(const MentionRow& row, std::uint64_t text_bytes) noexcept {
  if (!lies_in(row.span, text_bytes)) return false;
  switch (row.kind) {
    case MentionKind::date:
      return row.days.known() && is_sound(row.days) &&
             is_sound(static_cast<Precision>(row.precision));
    case MentionKind::country:
      return is_sound_country(row.value);
    case MentionKind::organization:
      return true;
  }
  return false;
}
[[nodiscard]] constexpr bool is_sound(const EventRow& row, std::uint64_t text_bytes) noexcept {
  return lies_in(row.span, text_bytes) && lies_in(row.date_span, text_bytes) &&
         row.token_count <= row.span.size();
}

}  // namespace dateline
