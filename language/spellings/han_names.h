// Chinese and Korean words in Latin letters, as names of persons and of places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// How many syllables of a Chinese or Korean word are read as a name.
inline constexpr std::size_t kMaxNameSyllables = 6;

/// The spellings of a word whose characters are read as `syllables` (ASCII, small letters), the
/// likeliest first: as a person ("Jiang Zemin": a surname of one syllable, or of the two characters
/// that han_surnames.tsv has) and joined, with and without the apostrophe before a vowel
/// ("Beijing", "Xi'an", "Xian"). Two syllables are sooner a place, three a person; more are joined,
/// unless they begin with a surname of two.
[[nodiscard]] std::vector<std::string> names_of_syllables(
    std::string_view word, const std::vector<std::string>& syllables);

}  // namespace dateline
