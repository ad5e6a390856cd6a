#include "language/display.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>

#include "language/utf8.h"

namespace dateline {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;

// Most of all text, which is copied run by run.
bool is_plain_byte(char c) noexcept { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; }

// Where no commanding character is, and most others are.
bool is_in_plain_range(char32_t c) noexcept {
  return (c >= 0xA0 && c < 0x600 && c != kSoftHyphen) || (c >= 0x2010 && c < 0x2028) ||
         (c >= 0x3000 && c < 0xD800);
}

char32_t code_point_before(std::string_view text, std::size_t at) noexcept {
  if (at == 0) return U' ';
  auto begin = floor_code_point(text, at - 1);
  return next_code_point(text, begin);
}

// Persian and many scripts of India are written with joiners, and signs are put together by them.
// Source: RFC 5892, appendix A.1 and A.2; Unicode UTS #51.
bool joins_after(char32_t joiner, char32_t before) {
  const auto c = static_cast<UChar32>(before);
  constexpr std::uint8_t kVirama = 9;
  if (u_getCombiningClass(c) == kVirama) return true;
  if (u_getIntPropertyValue(c, UCHAR_JOINING_TYPE) != U_JT_NON_JOINING) return true;
  return joiner == kJoiner && u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

std::size_t character_width(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

}  // namespace

bool is_commanding(char32_t c) {
  if (c < 0x80) return is_control_character(c);
  if (is_in_plain_range(c)) return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
         type == U_PARAGRAPH_SEPARATOR;
}

std::string escaped_controls(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto* const run = text.data() + i;
    const auto* const run_end = std::find_if_not(run, text.data() + text.size(), is_plain_byte);
    result.append(run, run_end);
    i += static_cast<std::size_t>(run_end - run);
    if (i == text.size()) break;
    const std::size_t at = i;
    const char32_t c = next_code_point(text, i);
    const bool is_line_end = c == U'\r' && (i == text.size() || text[i] == '\n');
    const bool is_joined =
        (c == kJoiner || c == kNonJoiner) && joins_after(c, code_point_before(text, at));
    if (c == U'\uFFFD') {
      result += "\uFFFD";  // also for bytes that are no UTF-8
    } else if (is_joined || !is_commanding(c)) {
      result += text.substr(at, i - at);
    } else if (c != kSoftHyphen && !is_line_end) {
      const auto code = static_cast<std::uint32_t>(c);
      result += code <= 0xFFFF ? fmt::format("\\u{:04x}", code) : fmt::format("\\U{:08x}", code);
    }
  }
  return result;
}

std::string printable(std::string_view text, bool keep_lines) {
  auto result = escaped_controls(text);
  std::replace(result.begin(), result.end(), '\t', ' ');
  if (!keep_lines) std::replace(result.begin(), result.end(), '\n', ' ');
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
