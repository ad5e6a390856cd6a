// The words of plain text, without ICU.
#pragma once

#include <cstddef>
#include <string_view>

#include "language/span.h"

namespace dateline {

/// A stretch of text that words do not run out of: it ends at ASCII white space or with the text.
struct TextChunk {
  std::size_t end;  ///< a byte offset
  bool is_plain;    ///< nothing in it that only ICU can judge
};

/// The chunk that begins at `begin`. Plain characters are ASCII, and the quotes and dashes of
/// typeset English (U+2013, 2014, 2018, 2019, 201C, 201D, 2026), which would else send most
/// paragraphs of an essay to ICU. Linear in the chunk.
[[nodiscard]] TextChunk chunk_at(std::string_view text, std::size_t begin) noexcept;

/// The first word that begins in [begin, end) of a plain chunk; empty when there is none. `begin`
/// is no place within a word. Source: UAX #29, rules WB5 to WB13b; a ` between letters is an
/// apostrophe.
[[nodiscard]] Span next_plain_word(std::string_view text, std::size_t begin,
                                   std::size_t end) noexcept;

/// Whether a word has an ASCII letter or digit, or any character beyond ASCII.
[[nodiscard]] bool has_letter_or_digit(std::string_view word) noexcept;

/// "U.S", "D.P.R.K": single ASCII letters with a full stop between each two.
[[nodiscard]] bool is_dotted_acronym(std::string_view word) noexcept;

}  // namespace dateline
