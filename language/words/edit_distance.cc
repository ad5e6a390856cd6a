#include "language/words/edit_distance.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "language/utf8.h"

namespace dateline {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const auto longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit || longer > kLongestCompared) return limit + 1;
  std::array<std::array<std::size_t, kLongestCompared + 1>, 3> rows{};
  std::iota(rows[0].begin(), rows[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& twice_above = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], twice_above[j - 2] + 1);
      }
    }
  }
  return rows[a.size() % 3][b.size()];
}

EditPattern::EditPattern(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++size_) {
    const char32_t letter = next_code_point(word, i);
    if (size_ >= kLongestCompared) continue;
    const auto row = std::uint64_t{1} << size_;
    if (letter < ascii_rows_.size()) {
      ascii_rows_[letter] |= row;
    } else {
      other_rows_.emplace_back(letter, row);
    }
  }
}

std::uint64_t EditPattern::rows_of(char32_t letter) const noexcept {
  if (letter < ascii_rows_.size()) return ascii_rows_[letter];
  std::uint64_t rows = 0;
  for (const auto& [other, row] : other_rows_) rows |= other == letter ? row : 0;
  return rows;
}

// Computes the table column by column. A column is kept as the differences of neighbouring cells:
// `rises` and `falls` downwards, `grows` and `shrinks` to the right; `steps` has the rows whose
// diagonal does not grow.
std::size_t EditPattern::distance(std::string_view word, std::size_t limit) const noexcept {
  const auto too_far = limit + 1;
  if (size_ == 0 || size_ > kLongestCompared || word.size() + limit < size_) return too_far;
  const auto last_row = std::uint64_t{1} << (size_ - 1);
  std::uint64_t rises = ~std::uint64_t{0};
  std::uint64_t falls = 0;
  std::uint64_t steps = 0;
  std::uint64_t rows_before = 0;
  std::size_t distance = size_;
  for (std::size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    const auto rows = byte < 0x80 ? ascii_rows_[byte] : rows_of(next_code_point(word, i));
    if (byte < 0x80) ++i;
    const auto swaps = ((~steps & rows) << 1) & rows_before;
    steps = (((rows & rises) + rises) ^ rises) | rows | falls | swaps;
    auto grows = falls | ~(steps | rises);
    auto shrinks = steps & rises;
    if ((grows & last_row) != 0) ++distance;
    if ((shrinks & last_row) != 0) --distance;
    // Each letter that is left can bring it down by one.
    if (distance > limit + (word.size() - i)) return too_far;
    grows = (grows << 1) | 1;
    shrinks <<= 1;
    rises = shrinks | ~(steps | grows);
    falls = grows & steps;
    rows_before = rows;
  }
  return distance;
}

}  // namespace dateline
