// Where the mentions of a part of an article begin.
#pragma once

#include <cstddef>
#include <cstdint>

#include "index/checked_rows.h"
#include "index/rows.h"

namespace dateline {

/// The first of an article's mentions that begins at `offset` or behind it; their number when none
/// does. Logarithmic. @throws IndexError (missing) for a row that nobody can have written.
[[nodiscard]] std::size_t first_mention_at(const CheckedRows<MentionRow>& mentions,
                                           std::uint32_t offset);

}  // namespace dateline
