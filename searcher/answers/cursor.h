// The place in a timeline where a page ended, as one line of text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "index/rows.h"

namespace dateline {

/// The last entry of a page, named by what survives re-indexing, and what it is an entry of.
struct TimelineCursor {
  std::uint64_t index = 0;       ///< short_hash() of the index's id
  std::uint64_t request = 0;     ///< short_hash() of what was asked
  DayRange days;                 ///< the event's
  std::uint32_t byte = 0;        ///< where its date stands in the article, or else its text
  std::uint32_t event_hash = 0;  ///< with `occurrence` and `article`, the event's id
  std::uint16_t occurrence = 0;
  std::string article;

  friend bool operator==(const TimelineCursor&, const TimelineCursor&) = default;
};

/// XXH3, 64 bits. Nothing here defends against forgery: a forged cursor shows another page.
[[nodiscard]] std::uint64_t short_hash(std::string_view text) noexcept;

/// Letters, digits, `-` and `_` alone, about 60 and four thirds of the article's id. The same
/// cursor always gives the same text. Source of the alphabet: RFC 4648 §5, without padding.
[[nodiscard]] std::string to_string(const TimelineCursor& cursor);

/// @return nullopt for what to_string() does not make: garbage, or a cursor that was cut or edited.
[[nodiscard]] std::optional<TimelineCursor> parse_cursor(std::string_view text);

}  // namespace dateline
