#include "language/display.h"

#include <unicode/uchar.h>

#include "language/utf8.h"

namespace dateline {
namespace {

// Marks that turn the direction of text round, so that a line seems to say something else. Source:
// Unicode UAX #9, table 4.
bool is_direction_mark(char32_t c) noexcept {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::size_t character_width(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

}  // namespace

std::string printable(std::string_view text, bool keep_lines) {
  constexpr char32_t kReplacement = U'\uFFFD';
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(text, i);
    if (c == kReplacement) {
      result += "\uFFFD";  // also for bytes that are no UTF-8
    } else if (c == U'\n' || c == U'\t') {
      result += c == U'\n' && keep_lines ? '\n' : ' ';
    } else if (!is_control_character(c) && !is_direction_mark(c)) {
      result += text.substr(at, i - at);
    }
  }
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) width += character_width(next_code_point(text, i));
  return width;
}

std::string with_commas(std::uint64_t number) {
  auto digits = std::to_string(number);
  for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
    digits.insert(static_cast<std::size_t>(place), 1, ',');
  }
  return digits;
}

}  // namespace dateline
