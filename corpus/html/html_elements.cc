#include "corpus/html/html_elements.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/html/html_elements_data.h"
#include "language/ascii.h"

namespace dateline {
namespace {

constexpr bool by_name(const HtmlElementName& a, const HtmlElementName& b) noexcept {
  return a.name < b.name;
}
static_assert(std::is_sorted(kHtmlElements.begin(), kHtmlElements.end(), by_name));

std::string lower_without_spaces(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n') result += ascii_lower(c);
  }
  return result;
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

}  // namespace dateline
