// Whether a word is a common given name.
#pragma once

#include <string_view>

namespace dateline {

/// Whether `word` is among the given names of the country lexicon (language/data/country_words.tsv,
/// class given-name), in any case. A name that it lacks is told from other words by nothing.
/// Linear in the word.
[[nodiscard]] bool is_common_given_name(std::string_view word);

}  // namespace dateline
