// A part of a text, as it is shown.
#pragma once

#include <string_view>
#include <vector>

#include "language/span.h"
#include "searcher/answer.h"

namespace dateline {

/// Copies `source` of `text` for showing: runs of white space become one space; control characters,
/// the marks of emphasis (`*word*`, `**word**`) and backslashes before punctuation (`\$`) are left
/// out; `marks` (spans in `text`, in order, not overlapping, inside `source`) are carried over to
/// the copy, one highlight each.
[[nodiscard]] Snippet copy_for_display(std::string_view text, Span source,
                                       const std::vector<Span>& marks);

}  // namespace dateline
