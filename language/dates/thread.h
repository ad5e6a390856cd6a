// What an article has told of time, carried from one of its paragraphs to the next.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "language/date_interval.h"
#include "language/span.h"

namespace dateline {

/// The year that an article's telling is in: written last in the running text of a section, or in
/// the heading above it.
struct YearInForce {
  int year = 0;
  Span words;               ///< the date that gave it, or the heading; bytes of the article
  bool in_heading = false;  ///< it is a heading's
};

/// What the date finder carries from block to block of one article. The caller gives each block's
/// `offset` and what kind of text it is; the finder reads and writes the rest.
struct DateThread {
  std::uint32_t offset = 0;              ///< where the block's text begins in the article, in bytes
  bool is_heading = false;               ///< a year written in it rules what stands below
  bool is_item = false;                  ///< an item of a list below a heading
  bool looks_back = false;               ///< see looks_back()
  bool may_is_person = false;            ///< an earlier block names a person May
  std::optional<YearInForce> year;       ///< the policy's Y
  std::optional<DateInterval> last_day;  ///< the last date of the section
};

/// Whether an article that appeared at `published` looks back: it has at least three written years,
/// and its publication is unknown, or fewer than a tenth of them are its last year or the one
/// before. Reads the bytes once; what counts as a written year is judged by the digits and the word
/// behind them alone. Source: extraction policy, A3 (4b).
[[nodiscard]] bool looks_back(std::string_view text, const std::optional<DateInterval>& published);

}  // namespace dateline
