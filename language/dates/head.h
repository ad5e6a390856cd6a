// The date that opens a chronology entry.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "language/dates/context.h"
#include "language/dates/token.h"
#include "language/mention.h"

namespace dateline::dates {

/// An entry's head: its date or dates as mentions, what they span together, and where the entry's
/// text begins.
struct Head {
  std::vector<DateMention> mentions;
  DateMention whole;
  std::uint32_t end = 0;  ///< the byte behind the colon
};

/// The head at the front of `tokens`, or nullopt. See find_entry_head.
[[nodiscard]] std::optional<Head> read_head(const TokenList& tokens, const DateContext& context);

}  // namespace dateline::dates
