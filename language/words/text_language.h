// In which language a text is written.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// So many bytes at the front of a text tell its language.
inline constexpr std::size_t kLanguageBytes = std::size_t{1} << 14;

/// The language of a UTF-8 text by its letters and words, BCP 47 ("en", "ru", "zh"), from its first
/// kLanguageBytes. Source: Compact Language Detector 2, asked
/// only where small words ("the", "of", "which") do not show English: they are quicker.
/// @return empty when that is uncertain: the text is short, or mixed.
[[nodiscard]] std::string detect_language(std::string_view text);

}  // namespace dateline
