// Whether a text is English, the one language whose dates, countries and organizations are found.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// What a paragraph shows of its language.
enum class Judgement : std::uint8_t {
  english,
  foreign,    ///< any other language, or none that is known
  too_short,  ///< fewer than kLettersToJudge letters
};

/// A paragraph with fewer letters does not tell its language. Source: extraction policy.
inline constexpr std::uint32_t kLettersToJudge = 40;

/// Judges by the script (more than half of the letters are not Latin: foreign) and by frequent
/// words (language/data/function_words.tsv): foreign when those of one other language outnumber the
/// English ones, or when ten words and more in small letters hold none that English is full of.
/// Looks at the first kilobyte. Own code, since the libraries at hand (CLD2, libexttextcat) name a
/// language, but are unsure of short paragraphs full of names.
[[nodiscard]] Judgement judge_language(std::string_view text);

/// The same, with `otherwise` for what is too short.
[[nodiscard]] inline bool is_english(std::string_view text, bool otherwise) {
  const Judgement judgement = judge_language(text);
  return judgement == Judgement::too_short ? otherwise : judgement == Judgement::english;
}

}  // namespace dateline
