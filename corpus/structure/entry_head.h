// The dates that rule the entries of a chronology: before them in their line, or above them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "language/dates/date_finder.h"
#include "language/mention.h"

namespace dateline {

/// The date of an entry and what sets it apart stand in so many bytes, list marks and emphasis
/// included.
inline constexpr std::size_t kMaxEntryHeadBytes = 120;
/// A date that stands alone is no longer.
inline constexpr std::size_t kMaxLoneDateBytes = 60;

/// What must part an entry's date from its text.
enum class HeadStyle : std::uint8_t {
  strict,  ///< a colon; behind a day with its year also a dash between spaces
  loose,   ///< in a chronology: also behind other dates a dash, the end of the line or of bold
           ///< letters, a bar, a full stop with bold before it; behind a day with its month a
           ///< blank; where `context` is anchored to one month, the number of a day is a date
           ///< before a colon or a dash ("3: …", "14–16 – …")
};

/// The date that opens an entry, and where the entry's text begins.
struct EntryHead {
  DateMention date;
  std::uint32_t text_begin = 0;  ///< in bytes of the entry
};

/// Reads the head at the front of `entry`, past list marks and emphasis. `context` as in
/// find_entry_head. Work is bounded by kMaxEntryHeadBytes.
/// @return nullopt when the entry does not begin so.
[[nodiscard]] std::optional<EntryHead> read_entry_head(std::string_view entry,
                                                       const DateContext& context, HeadStyle style);

/// Reads the head of an entry that may stand below a period, loosely: its date is finer, and has no
/// year, or one that the period holds. @return nullopt when the entry does not begin so.
[[nodiscard]] std::optional<EntryHead> read_head_within(std::string_view entry,
                                                        const DateValue& period);

/// The date that `text` is and nothing else ("1998", "March 2021", "Monday, 3 May 2021:"), marks of
/// lists, headings and emphasis apart.
[[nodiscard]] std::optional<DateMention> lone_date(std::string_view text,
                                                   const DateContext& context);

}  // namespace dateline
