// Which passage of a block shows most of what was asked for, and where it is cut.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "searcher/match/text_pattern.h"

namespace dateline {

/// A stretch of a text, and what it is worth.
struct Passage {
  Span span;
  double weight = 0;
};

/// The window over the occurrences of one run, at most `width` bytes wide, that weighs most: the
/// sum of the weights of its different patterns; a repeated one adds a twentieth, and two different
/// ones that stand near each other up to a quarter of the lesser's weight, by how few words are
/// between them. Of equals, the first.
[[nodiscard]] Passage best_passage(const PatternFinder& patterns,
                                   const std::vector<TextOccurrence>& occurrences,
                                   std::span<const StoredToken> run, std::size_t width);

/// Widens a passage of `text` within its block to at most `width` bytes, or as wide as it is: back
/// to the begin of its sentence where that fits, then forward. Cuts at white space, or at the next
/// best word where none is near, as in scripts that write no blanks.
/// @param run the block's tokens.
[[nodiscard]] Span widened(std::string_view text, Span block, std::span<const StoredToken> run,
                           Span passage, std::size_t width);

}  // namespace dateline
