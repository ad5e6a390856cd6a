// Words and marks of a sentence, one by one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "language/word_list.h"

namespace dateline {

/// A word, or one other character (digits, marks, spaces). Offsets are bytes.
struct TextPiece {
  std::string word;  ///< with ASCII letters small; empty for another character
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The piece at `begin`; `end` bounds it. Typographic dashes and quotes are marks, everything else
/// outside ASCII is taken for a letter. Requires begin < end <= text.size().
[[nodiscard]] TextPiece piece_at(std::string_view text, std::size_t begin, std::size_t end);

/// Whether nothing stands from `begin` to `end` but these words, white space and these marks.
[[nodiscard]] bool holds_only(std::string_view text, std::size_t begin, std::size_t end,
                              Words words, std::string_view marks);

}  // namespace dateline
