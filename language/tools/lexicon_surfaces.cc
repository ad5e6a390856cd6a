#include "language/tools/lexicon_surfaces.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "language/icu_strings.h"

namespace dateline::lexicon {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(' ') - first + 1)};
}

std::string without_brackets(std::string_view name) {
  std::string kept;
  int depth = 0;
  for (const char c : name) {
    if (c == '(') ++depth;
    if (depth == 0) kept += c;
    if (c == ')') --depth;
  }
  return trimmed(replaced(kept, "  ", " "));
}

std::string without_article(std::string_view name) {
  for (const std::string_view article : {"the ", "The "}) {
    if (name.starts_with(article)) return std::string{name.substr(article.size())};
  }
  return std::string{name};
}

std::string without_marks(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error{"ICU has no normalization data"};
  const auto decomposed = decompose->normalize(utf16(text), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < decomposed.length(); ++i) {
    if (u_charType(decomposed.char32At(i)) != U_NON_SPACING_MARK) kept.append(decomposed.charAt(i));
  }
  return utf8(kept);
}

void add_if_new(std::vector<std::string>& list, std::string surface) {
  if (!surface.empty() && std::find(list.begin(), list.end(), surface) == list.end()) {
    list.push_back(std::move(surface));
  }
}

}  // namespace

std::vector<std::string> listed_name_surfaces(std::string_view listed) {
  const std::string name = without_article(without_brackets(listed));
  std::vector<std::string> surfaces;
  const auto comma = name.find(", ");
  if (comma == std::string::npos || name.find(" and ") != std::string::npos) {
    add_if_new(surfaces, replaced(name, " - ", "-"));
    return surfaces;
  }
  const std::string head = name.substr(0, comma);
  const std::string tail = without_article(name.substr(comma + 2));
  add_if_new(surfaces, name);
  if (tail.ends_with(" of") || tail.ends_with(" of the")) {
    add_if_new(surfaces, tail + " " + head);
    add_if_new(surfaces, head);
  } else if (tail.find(" of ") == std::string::npos && tail.find(' ') == std::string::npos) {
    add_if_new(surfaces, tail + " " + head);  // "Virgin Islands, British"
  } else if (tail.ends_with(head)) {
    add_if_new(surfaces, tail);
  } else {
    add_if_new(surfaces, head);
    if (tail.find(" of China") == std::string::npos) add_if_new(surfaces, tail);
  }
  return surfaces;
}

std::vector<std::string> surface_variants(std::string_view surface) {
  std::vector<std::string> variants{
      replaced(replaced(std::string{surface}, "’", "'"), " & ", " and ")};
  const std::string base = variants.front();
  if (base.starts_with("Saint ")) {
    add_if_new(variants, "St. " + base.substr(6));
    add_if_new(variants, "St " + base.substr(6));
  } else if (base.starts_with("St. ")) {
    add_if_new(variants, "Saint " + base.substr(4));
    add_if_new(variants, "St " + base.substr(4));
  }
  const auto with_marks = variants;
  for (const auto& variant : with_marks) add_if_new(variants, without_marks(variant));
  return variants;
}

}  // namespace dateline::lexicon
