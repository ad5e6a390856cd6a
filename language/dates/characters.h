// What single characters are to the date lexer.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "language/dates/kinds.h"

namespace dateline::dates {

/// `high`: the first byte of a character beyond ASCII, see wide_character().
enum class Class : std::uint8_t { space, line, letter, digit, apostrophe, skip, high, mark };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (std::size_t c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    classes[c] = c >= 0x80                ? Class::high
                 : letter                 ? Class::letter
                 : (c >= '0' && c <= '9') ? Class::digit
                 : (c == '\n')            ? Class::line
                 : (c <= ' ')             ? Class::space
                                          : Class::mark;
  }
  classes['*'] = classes['_'] = classes['\\'] = Class::skip;
  classes['\''] = Class::apostrophe;
  classes['`'] = Class::apostrophe;
  return classes;
}
inline constexpr std::array<Class, 256> kClasses = make_classes();

/// The value of a section sign, a paragraph sign and №: what they number may be a list with
/// brackets ("§§ 1503, 1512(c)").
inline constexpr std::int32_t kListSign = 2;

/// A character that is more than one byte long: what it is, and its length.
struct Wide {
  Class cls = Class::letter;
  Kind kind = Kind::mark;
  std::int32_t value = 0;
  std::uint32_t size = 1;
};

/// What a mark of ASCII is. The hyphen and the full stop depend on what follows; the lexer decides
/// about them.
[[nodiscard]] Kind mark_kind(unsigned char c) noexcept;

/// The character beyond ASCII that begins at byte `i`. General Punctuation (U+2000…), a few of
/// Latin-1, the numero sign and full-width digits matter; what is invisible (soft hyphens, zero
/// width) is Class::skip; whatever else is beyond ASCII, ill-formed bytes too, counts as a letter
/// of one byte.
[[nodiscard]] Wide wide_character(std::string_view text, std::size_t i) noexcept;

}  // namespace dateline::dates
