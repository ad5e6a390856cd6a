#include "corpus/html/html_elements.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/html_elements_data.h"

namespace dateline {
namespace {

constexpr bool by_name(const HtmlElementName& a, const HtmlElementName& b) noexcept {
  return a.name < b.name;
}
static_assert(std::is_sorted(kHtmlElements.begin(), kHtmlElements.end(), by_name));

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_without_spaces(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n') result += lower(c);
  }
  return result;
}

std::size_t find_in_any_case(std::string_view text, std::string_view word, std::size_t from) {
  if (from > text.size()) return std::string_view::npos;
  const auto* const found = std::search(text.begin() + from, text.end(), word.begin(), word.end(),
                                        [](char a, char b) { return lower(a) == b; });
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

HtmlElement html_element(std::string_view name) noexcept {
  const HtmlElementName wanted{name, HtmlElement::inline_text};
  const auto* const found =
      std::lower_bound(kHtmlElements.begin(), kHtmlElements.end(), wanted, by_name);
  return found != kHtmlElements.end() && found->name == name ? found->element
                                                             : HtmlElement::inline_text;
}

std::string_view attribute(const HtmlAttributes& attributes, std::string_view name) noexcept {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

bool is_hidden(const HtmlAttributes& attributes) {
  constexpr std::array<std::string_view, 8> kRoles{
      "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu"};
  for (const auto& [key, value] : attributes) {
    if (key == "hidden") return lower_without_spaces(value) != "until-found";
    if (key == "aria-hidden" && value == "true") return true;
    if (key == "role" && std::find(kRoles.begin(), kRoles.end(), value) != kRoles.end()) {
      return true;
    }
    if (key != "style") continue;
    const auto style = lower_without_spaces(value);
    if (style.find("display:none") != std::string::npos ||
        style.find("visibility:hidden") != std::string::npos) {
      return true;
    }
  }
  return false;
}

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
