// In which language a text is written.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// So many bytes at the front of a text tell its language.
inline constexpr std::size_t kLanguageBytes = std::size_t{1} << 14;

/// Whether the text is English by its small words ("the", "of", "which"): quick, and never true of
/// other languages; short texts and lists may be English without it.
[[nodiscard]] bool has_english_words(std::string_view text) noexcept;

/// The language of a UTF-8 text by its letters and words, BCP 47 ("en", "ru", "zh"), from its first
/// kLanguageBytes. Source: Compact Language Detector 2, behind has_english_words().
/// @return empty when it cannot be told for certain: the text is short, or mixed.
[[nodiscard]] std::string detect_language(std::string_view text);

}  // namespace dateline
