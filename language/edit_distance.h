// How far two spellings are from each other, for "did you mean".
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// Spellings longer than this (in bytes) are near to nothing.
inline constexpr std::size_t kLongestCompared = 64;

/// The Damerau-Levenshtein distance of two strings, in bytes: insertions, deletions, changes, and
/// swaps of neighbours. Some number above `limit` when it is above it, or when one is longer than
/// kLongestCompared. Source: the "optimal string alignment" recurrence.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace dateline
