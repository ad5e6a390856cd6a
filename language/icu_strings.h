// ICU's strings, which are UTF-16, and ours, which are UTF-8.
#pragma once

#include <unicode/unistr.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// `text` (UTF-8) for ICU; each ill-formed sequence becomes U+FFFD. Requires less than 2 GiB.
[[nodiscard]] inline icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// ICU's `text` in UTF-8.
[[nodiscard]] inline std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

}  // namespace dateline
