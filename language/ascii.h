// The characters of ASCII, byte by byte.
#pragma once

namespace dateline {

/// None of these is true of a byte of a character beyond ASCII.
[[nodiscard]] constexpr bool is_ascii_capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_small(char c) noexcept { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_ascii_letter(char c) noexcept {
  return is_ascii_capital(c) || is_ascii_small(c);
}
[[nodiscard]] constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Blank, tab, line feed, vertical tab, form feed, carriage return.
[[nodiscard]] constexpr bool is_ascii_space(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// A capital letter as a small one; any other byte as it is.
[[nodiscard]] constexpr char ascii_lower(char c) noexcept {
  return is_ascii_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A small letter as a capital; any other byte as it is.
[[nodiscard]] constexpr char ascii_upper(char c) noexcept {
  return is_ascii_small(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace dateline
