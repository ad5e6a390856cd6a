// What the values of a segment's columns may be. A damaged or crafted index has others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "corpus/article.h"
#include "index/event_origin.h"
#include "index/rows.h"
#include "index/schema.h"
#include "language/date_interval.h"
#include "language/span.h"

namespace dateline {

// Of single values: checked when a segment is opened, since they are read in inner loops. Whole
// columns at once, some instructions for several values (row_checks.cc).

[[nodiscard]] constexpr bool is_sound(Precision precision) noexcept {
  return precision <= Precision::century;
}
/// Days that can be computed with: 2^22 of them, from the first that an article may name to some
/// centuries behind the last. So wide that one look at the high bits tells.
inline constexpr auto kFirstSoundDay =
    static_cast<std::int32_t>(kFirstDay.time_since_epoch().count());
inline constexpr unsigned kSoundDayBits = 22;
inline constexpr std::int32_t kLastSoundDay = kFirstSoundDay + (1 << kSoundDayBits) - 1;
static_assert(kLastSoundDay > kLastDay.time_since_epoch().count());
/// Days that are unknown have any order, but lie among those as well.
[[nodiscard]] constexpr bool is_sound(DayRange days) noexcept {
  constexpr auto kFirst = static_cast<std::uint32_t>(kFirstSoundDay);
  const auto both = (static_cast<std::uint32_t>(days.first) - kFirst) |
                    (static_cast<std::uint32_t>(days.last) - kFirst);
  return both >> kSoundDayBits == 0;
}
/// Two letters (pack_country).
[[nodiscard]] constexpr bool is_sound_country(std::uint16_t packed) noexcept {
  const CountryCode code = unpack_country(packed);
  const auto letters = code.view();
  return letters[0] >= 'A' && letters[0] <= 'Z' && letters[1] >= 'A' && letters[1] <= 'Z';
}

[[nodiscard]] bool are_sound(std::span<const Precision> values) noexcept;
[[nodiscard]] bool are_sound(std::span<const EventOrigin> values) noexcept;
[[nodiscard]] bool are_sound(std::span<const DayRange> values) noexcept;
[[nodiscard]] bool are_sound_countries(std::span<const std::uint16_t> values) noexcept;
/// Whether each number is below `end`.
[[nodiscard]] bool are_below(std::span<const std::uint32_t> numbers, std::size_t end) noexcept;

// Of rows: checked when one is read (checked_rows.h). `text_bytes` is the size of the article's
// text.

[[nodiscard]] constexpr bool lies_in(Span span, std::uint64_t text_bytes) noexcept {
  return span.begin <= span.end && span.end <= text_bytes;
}
[[nodiscard]] constexpr bool is_sound(const DateRow& row, std::uint64_t /*text_bytes*/) noexcept {
  return row.days.known() && is_sound(row.days) && is_sound(static_cast<Precision>(row.precision));
}
[[nodiscard]] constexpr bool is_sound(const BlockRow& row, std::uint64_t text_bytes) noexcept {
  return row.kind <= static_cast<std::uint32_t>(kLastBlockKind) && lies_in(row.span, text_bytes) &&
         lies_in(row.content, text_bytes);
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
    case MentionKind::person:
      return row.days.first >= 0 && row.days.last >= -1 && lies_in(office_words(row), text_bytes) &&
             (row.value == 0 || is_sound_country(row.value));
  }
  return false;
}
[[nodiscard]] constexpr bool is_sound(const EventRow& row, std::uint64_t text_bytes) noexcept {
  return lies_in(row.span, text_bytes) && lies_in(row.date_span, text_bytes) &&
         row.token_count <= row.span.size();
}

}  // namespace dateline
