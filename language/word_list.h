// Short lists of words.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace dateline {

using Words = std::span<const std::string_view>;

/// Whether the word is in the list, letter for letter. Linear in the list.
[[nodiscard]] constexpr bool is_one_of(std::string_view word, Words words) noexcept {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace dateline
