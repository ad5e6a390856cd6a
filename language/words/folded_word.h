// A word in the form in which words are compared.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// What is written for an apostrophe between letters: ' and `, typographic quotes, primes, the
/// accents that stand by themselves, and the modifier letters of romanizations (ʻ ʼ ʿ ʹ).
[[nodiscard]] constexpr bool is_apostrophe(char32_t c) noexcept {
  switch (c) {
    case U'\'':
    case U'`':
    case U'\u00B4':
    case U'\u02B9':
    case U'\u02BB':
    case U'\u02BC':
    case U'\u02BD':
    case U'\u02BE':
    case U'\u02BF':
    case U'\u02C8':
    case U'\u2018':
    case U'\u2019':
    case U'\u201B':
    case U'\u2032':
    case U'\u2035':
    case U'\uFF07':
      return true;
    default:
      return false;
  }
}

/// A word (UTF-8) folded (utf8.h: soft hyphens and characters of no width vanish), its apostrophes
/// all `'`, and none at its ends: "d’État" is "d'etat". Never throws.
[[nodiscard]] std::string fold_word(std::string_view word);

/// The bytes of `word` without a possessive ending: an apostrophe and an s.
[[nodiscard]] std::size_t size_without_possessive(std::string_view word) noexcept;

/// The bytes of `word` without the s by which an abbreviation or a designation is more than one:
/// "NGOs", "MiGs", "F16s", "747s"; "1980s" and "30s" are decades. With `is_designation` letters and
/// a hyphen stand before it, and a number is none ("F-16s", "Su-30s").
[[nodiscard]] std::size_t size_without_plural(std::string_view word, bool is_designation) noexcept;

}  // namespace dateline
