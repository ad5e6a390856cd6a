// Forms and families of English words that a stemmer cannot tell.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

/// The term of a folded word whose stem would be wrong: "met" has "meet", and "internal" one that
/// "international" has not. Empty for all others. Static lifetime; a search in a sorted table.
/// Source: WordNet 3.0 as it is when the program is built (language/tools/word_forms.h).
[[nodiscard]] std::string_view term_of_form(std::string_view folded) noexcept;

/// Words that mean the same in another part of speech, of a term: "recognition" of the term of
/// "recognize". At most four, the nearest first. Static lifetime. Source: as above.
[[nodiscard]] std::vector<std::string_view> words_related_to(std::string_view term);

/// Differs where the tables of forms differ.
[[nodiscard]] std::uint64_t word_forms_fingerprint() noexcept;

}  // namespace dateline
