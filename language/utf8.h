// The few operations on UTF-8 and on characters that the rest needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "language/ascii.h"

namespace dateline {

/// Byte offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or nullopt.
/// Linear.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept;

/// Whether every byte is below 0x80.
[[nodiscard]] bool is_ascii(std::string_view text) noexcept;

/// The code point that starts at `offset`, and moves `offset` past it; U+FFFD for an ill-formed
/// sequence. Requires offset < text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& offset) noexcept;

/// The largest offset <= `offset` (clamped to the size) at which a code point begins or the text
/// ends.
[[nodiscard]] std::size_t floor_code_point(std::string_view text, std::size_t offset) noexcept;

/// NFKC case fold, then marks stripped, then the letters that NFD leaves (ł, ø, ß, æ, …) turned
/// into ASCII. What the analyzer matches by; "Élysée" and "elysee" fold alike. Ill-formed bytes
/// become U+FFFD.
[[nodiscard]] std::string fold(std::string_view text);

/// In capitals by Unicode's mapping, which is no one language's: ß becomes SS, and i becomes I for
/// Turkish names, too.
[[nodiscard]] std::string in_capitals(std::string_view text);

/// `text` without white space at its ends: of ASCII, no-break spaces, byte order marks.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

/// Control characters, which would command a terminal: C0, DEL, C1.
[[nodiscard]] constexpr bool is_control_character(char32_t c) noexcept {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

}  // namespace dateline
