// The form in which names and their variants are compared.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// `text` (UTF-8) folded, without full stops, apostrophes and possessive endings, `&` as "and", and
/// one space where blanks, hyphens, dashes and slashes part words: "Al-Qa'ida" is "al qaida",
/// "U.S." is "us", "Burma's" is "burma". Never throws.
[[nodiscard]] std::string variant_key(std::string_view text);

/// The same with the apostrophes inside words, which are all `'`: two texts with one form are found
/// by the same words, while "Sanaa" and "Sana'a" are not.
[[nodiscard]] std::string variant_form(std::string_view text);

}  // namespace dateline
