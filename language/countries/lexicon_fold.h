// Folds the letters of Latin scripts without asking ICU each time.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

/// What fold() makes of each letter from U+00C0 to U+024F: the letters of Latin-1 and of Latin
/// Extended-A and -B, in which nearly all names with marks are written. Immutable after
/// construction; many threads may read it.
class LatinFold {
 public:
  LatinFold();

  /// Appends the folded `word` to `folded`. The same as fold(): a word with any other letter is
  /// given to it whole.
  void append(std::string_view word, std::string& folded) const;

 private:
  static constexpr char32_t kFirst = 0xC0;
  static constexpr char32_t kLast = 0x24F;

  std::array<std::string, kLast - kFirst + 1> folded_;
};

}  // namespace dateline
