#include "corpus/html/html_elements.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/html/html_elements_data.h"
#include "corpus/html/html_purposes_data.h"
#include "language/ascii.h"
#include "language/utf8.h"

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

constexpr std::string_view kSpaces = " \t\n\r\f";
constexpr std::size_t kMaxNames = 100;  // of one attribute

// What one name says: all of it, or one of its parts ("post-share", "share__button").
HtmlPurpose purpose_of(std::string_view name) {
  for (const auto& known : kHtmlPurposes) {
    if (known.name == name) return known.purpose;
  }
  while (!name.empty()) {
    const auto part = name.substr(0, name.find_first_of("-_"));
    for (const auto& known : kHtmlPurposes) {
      if (known.purpose == HtmlPurpose::furniture_part && known.name == part) return known.purpose;
    }
    name.remove_prefix(std::min(part.size() + 1, name.size()));
  }
  return HtmlPurpose::none;
}

HtmlPurpose purpose_of_names(std::string_view names) {
  for (std::size_t count = 0; count < kMaxNames; ++count) {
    const auto begin = names.find_first_not_of(kSpaces);
    if (begin == std::string_view::npos) break;
    names.remove_prefix(begin);
    const auto name = names.substr(0, names.find_first_of(kSpaces));
    const auto purpose = purpose_of(fold(name));
    if (purpose != HtmlPurpose::none) return purpose;
    names.remove_prefix(name.size());
  }
  return HtmlPurpose::none;
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

HtmlPurpose html_purpose(const HtmlAttributes& attributes) {
  for (const std::string_view name : {"role", "class", "id"}) {
    const auto purpose = purpose_of_names(attribute(attributes, name));
    if (purpose != HtmlPurpose::none) return purpose;
  }
  return HtmlPurpose::none;
}

bool names_author(const HtmlAttributes& attributes) {
  // Of themes of WordPress, Drupal, Ghost and papers' sites.
  constexpr std::array<std::string_view, 10> kClasses{
      "article-author", "author",       "author-name", "byline",      "byline-name",
      "byline__name",   "entry-author", "post-author", "post-byline", "writer"};
  for (const std::string_view key : {"rel", "itemprop", "class"}) {
    auto names = attribute(attributes, key);
    for (std::size_t count = 0; count < kMaxNames; ++count) {
      names.remove_prefix(std::min(names.find_first_not_of(kSpaces), names.size()));
      if (names.empty()) break;
      const auto name = fold(names.substr(0, names.find_first_of(kSpaces)));
      if (name == "author") return true;
      const bool known = std::find(kClasses.begin(), kClasses.end(), name) != kClasses.end();
      if (key == "class" && known) return true;
      names.remove_prefix(std::min(names.find_first_of(kSpaces), names.size()));
    }
  }
  return false;
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
