#include "cluster/documents/json_object.h"

#include <fmt/format.h>

#include "language/utf8.h"

namespace dateline {
namespace {

void append_escaped(std::string_view text, std::string& to) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    to += text.substr(copied, i - copied);
    copied = i + 1;
    switch (byte) {
      case '"':
      case '\\':
        to += '\\';
        to += text[i];
        break;
      case '\n':
        to += "\\n";
        break;
      default:
        to += fmt::format("\\u{:04x}", unsigned{byte});
    }
  }
  to += text.substr(copied);
}

}  // namespace

void append_json_string(std::string_view text, std::string& to) {
  to += '"';
  for (auto bad = find_invalid_utf8(text); bad; bad = find_invalid_utf8(text)) {
    append_escaped(text.substr(0, *bad), to);
    to += "\uFFFD";
    text.remove_prefix(*bad + 1);
  }
  append_escaped(text, to);
  to += '"';
}

}  // namespace dateline
