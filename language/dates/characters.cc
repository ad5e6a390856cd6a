#include "language/dates/characters.h"

namespace dateline::dates {

Kind mark_kind(unsigned char c) noexcept {
  switch (c) {
    case ',':
      return Kind::comma;
    case ':':
      return Kind::colon;
    case ';':
      return Kind::semicolon;
    case '/':
      return Kind::slash;
    case '(':
    case '[':
      return Kind::open_bracket;
    case ')':
    case ']':
      return Kind::close_bracket;
    case '"':
      return Kind::quote;
    case '$':
      return Kind::currency;
    case '%':
      return Kind::percent;
    case '&':
      return Kind::and_word;
    case '!':
    case '?':
      return Kind::sentence_mark;
    default:
      return Kind::mark;
  }
}

Wide wide_character(std::string_view text, std::size_t i) noexcept {
  const auto byte = [text](std::size_t k) -> unsigned char {
    return k < text.size() ? static_cast<unsigned char>(text[k]) : 0;
  };
  const unsigned char a = byte(i), b = byte(i + 1), c = byte(i + 2);
  if (a == 0xC2) {
    if (b == 0xA0) return {Class::space, Kind::mark, 0, 2};
    if (b == 0xA3 || b == 0xA5) return {Class::mark, Kind::currency, 0, 2};
    if (b == 0xAB || b == 0xBB) return {Class::mark, Kind::quote, 0, 2};
    if (b == 0xAD) return {Class::skip, Kind::mark, 0, 2};  // a soft hyphen
    if (b == 0xA7 || b == 0xB6) return {Class::mark, Kind::number_noun, kListSign, 2};
    if (b < 0xC0) return {Class::mark, Kind::mark, 0, 2};
  }
  if (a == 0xEF && b == 0xBB && c == 0xBF) return {Class::skip, Kind::mark, 0, 3};
  if (a == 0xEF && b == 0xBC && c >= 0x90 && c <= 0x99) {
    return {Class::digit, Kind::number, c - 0x90, 3};
  }
  if (a != 0xE2) return {};
  if (b == 0x84 && c == 0x96) return {Class::mark, Kind::number_noun, kListSign, 3};
  if (b == 0x81 && c >= 0xA0 && c <= 0xA4) return {Class::skip, Kind::mark, 0, 3};
  if (b == 0x82 && c == 0xAC) return {Class::mark, Kind::currency, 0, 3};
  if (b == 0x88 && c == 0x92) return {Class::mark, Kind::dash, 1, 3};
  if (b != 0x80) return b < 0xB0 ? Wide{Class::mark, Kind::mark, 0, 3} : Wide{};
  if (c >= 0x8B && c <= 0x8F) return {Class::skip, Kind::mark, 0, 3};
  if (c < 0x8B || c == 0xAF) return {Class::space, Kind::mark, 0, 3};
  if (c >= 0x90 && c <= 0x95) {
    return {Class::mark, Kind::dash, c <= 0x91 ? 1 : c <= 0x93 ? 2 : 3, 3};
  }
  if (c == 0x98 || c == 0x99 || c == 0x9B) return {Class::apostrophe, Kind::quote, 0, 3};
  if (c >= 0x9C && c <= 0x9F) return {Class::mark, Kind::quote, 0, 3};
  if (c == 0xA6) return {Class::mark, Kind::sentence_mark, 0, 3};
  return {Class::mark, Kind::mark, 0, 3};
}

}  // namespace dateline::dates
