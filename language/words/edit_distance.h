// How far two spellings are from each other, for "did you mean".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// Spellings longer than this (in bytes) are near to nothing.
inline constexpr std::size_t kLongestCompared = 64;

/// The Damerau-Levenshtein distance of two strings, in bytes: insertions, deletions, changes, and
/// swaps of neighbours. Some number above `limit` when it is above it, or when one is longer than
/// kLongestCompared. Source: the "optimal string alignment" recurrence.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// One word, to be compared with many: the same distance, in letters (code points of UTF-8), 64
/// rows of the table at once. Some 20 ns a comparison. Immutable; many threads may use one.
/// Source: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances",
/// Nordic Journal of Computing 10 (2003).
class EditPattern {
 public:
  explicit EditPattern(std::string_view word);

  /// In letters.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// Some number above `limit` when the distance is above it, or when the pattern is empty or
  /// longer than 64 letters.
  [[nodiscard]] std::size_t distance(std::string_view word, std::size_t limit) const noexcept;

 private:
  [[nodiscard]] std::uint64_t rows_of(char32_t letter) const noexcept;

  std::size_t size_ = 0;
  std::array<std::uint64_t, 0x80> ascii_rows_{};  // where each letter stands, a bit a place
  std::vector<std::pair<char32_t, std::uint64_t>> other_rows_;
};

}  // namespace dateline
