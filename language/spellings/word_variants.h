// Other words for what a query names: names of the same country or place, spellings, scripts.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/spellings/transliteration.h"
#include "language/spellings/variant_rows.h"

namespace dateline {

/// One or more words, to be analyzed like a phrase.
struct Variant {
  std::string text;
  VariantReason reason;
};

/// Finds what else a run of a query's words may be called. Candidates only: the caller asks the
/// index which of them it has. Where runs with variants overlap, the longest should count
/// ("Republic of the Congo" also stands in the name of the other Congo). Immutable; one object may
/// serve many threads at once. Sources: the country lexicon, and the reviewed tables
/// variant_countries, place_spellings, name_spellings and english_spellings in language/data.
class WordVariants {
 public:
  /// In words; longer runs have no variants.
  static constexpr std::size_t kMaxWords = 5;
  static constexpr std::size_t kMaxVariants = 12;

  /// The variants of adjacent words as typed (UTF-8, in any case; punctuation around the run does
  /// not count, within it there are no variants), best first, at most kMaxVariants, none of them
  /// the words themselves or a phrase that holds them. Case counts only for abbreviations that are
  /// words, too: "US" is the United States, "us" is not. A word that is not in Latin letters has
  /// variants only alone, not in a run. Never throws on any input. Cost: some microseconds; the
  /// first word of a script up to 80 ms.
  [[nodiscard]] std::vector<Variant> of(std::span<const std::string_view> words) const;

 private:
  [[nodiscard]] std::vector<Variant> of_script(std::string_view word) const;

  Transliteration transliteration_;
};

}  // namespace dateline
