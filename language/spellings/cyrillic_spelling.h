// The ways in which English texts spell names that were written in Cyrillic letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The name of ICU's romanization for a word in small Cyrillic letters, chosen by the letters that
/// only some languages have; the Russian one when there are none. Static lifetime.
[[nodiscard]] std::string_view cyrillic_romanization(std::string_view word) noexcept;

/// Spellings of a word romanized by BGN/PCGN (small letters, `'` for soft and hard signs), the most
/// usual first, at most `most`. Rules: language/data/cyrillic_spellings.tsv.
[[nodiscard]] std::vector<std::string> cyrillic_spellings(std::string_view romanized,
                                                          std::size_t most);

}  // namespace dateline
