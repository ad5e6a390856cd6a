#include "presenter/html_escape.h"

#include "language/utf8.h"

namespace dateline {

std::string html_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(text, i);
    if (c == U'&') {
      out += "&amp;";
    } else if (c == U'<') {
      out += "&lt;";
    } else if (c == U'>') {
      out += "&gt;";
    } else if (c == U'"') {
      out += "&quot;";
    } else if (c == U'\'') {
      out += "&#39;";
    } else if (c == U'\uFFFD') {
      out += "\uFFFD";
    } else if ((c >= 0x20 && c < 0x7F) || c >= 0xA0 || c == U'\n' || c == U'\t') {
      out += text.substr(at, i - at);
    }
  }
  return out;
}

}  // namespace dateline
