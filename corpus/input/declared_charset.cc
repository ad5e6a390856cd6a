#include "corpus/input/declared_charset.h"

#include <algorithm>
#include <cstddef>

#include "language/ascii.h"

namespace dateline {
namespace {

std::size_t find_in_any_case(std::string_view text, std::string_view word, std::size_t from) {
  if (from > text.size()) return std::string_view::npos;
  const auto* const found = std::search(text.begin() + from, text.end(), word.begin(), word.end(),
                                        [](char a, char b) { return ascii_lower(a) == b; });
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

// The value behind "charset" or "encoding", an equals sign and perhaps a quote.
std::string_view value_behind(std::string_view text, std::string_view word) {
  const auto at = find_in_any_case(text, word, 0);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + word.size());
  const auto begin = text.find_first_not_of(" \t\r\n=\"'");
  if (begin == std::string_view::npos ||
      text.substr(0, begin).find('=') == std::string_view::npos) {
    return {};
  }
  text.remove_prefix(begin);
  return text.substr(0, text.find_first_of(" \t\r\n\"';/>?"));
}

}  // namespace

std::string_view declared_charset(std::string_view bytes) {
  constexpr std::size_t kPrescanBytes = 4096;
  bytes = bytes.substr(0, kPrescanBytes);
  if (bytes.starts_with("<?xml")) {
    const auto value = value_behind(bytes.substr(0, bytes.find('>')), "encoding");
    if (!value.empty()) return value;
  }
  std::size_t at = 0;
  while ((at = find_in_any_case(bytes, "<meta", at)) != std::string_view::npos) {
    const auto tag = bytes.substr(at, bytes.substr(at).find('>'));
    if (const auto value = value_behind(tag, "charset"); !value.empty()) return value;
    ++at;
  }
  return {};
}

}  // namespace dateline
