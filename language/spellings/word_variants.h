// Other words for what a query names: names of the same country or place, spellings, scripts.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/country_code.h"
#include "language/spellings/transliteration.h"
#include "language/spellings/variant_rows.h"

namespace dateline {

/// One or more words, to be analyzed like a phrase.
struct Variant {
  std::string text;
  VariantReason reason;
};

/// A longer name that holds a country's name.
struct LongerVariant {
  std::string_view name;
  bool is_same = false;  ///< it means the same country
};

/// The country that a name of another language than English means, by ICU's names in all its
/// languages and the reviewed table country_foreign ("俄罗斯", "Allemagne"); case, marks, hyphens
/// and apostrophes do not count. @return nullopt for English names, and for those that several
/// countries have.
[[nodiscard]] std::optional<CountryCode> foreign_country(std::string_view name);

/// Finds what else a run of a query's words may be called. Candidates only: the caller asks the
/// index which of them it has. Where runs with variants overlap, the longest should count
/// ("Republic of the Congo" also stands in the name of the other Congo). Immutable; one object may
/// serve many threads at once. Sources: the country lexicon, and the reviewed tables
/// variant_countries, organizations, abbreviations, place_spellings, name_spellings and
/// english_spellings in language/data; ICU for names in other languages.
class WordVariants {
 public:
  /// In words; longer runs have no variants.
  static constexpr std::size_t kMaxWords = 8;
  static constexpr std::size_t kMaxVariants = 12;

  /// The variants of adjacent words as typed (UTF-8, in any case; punctuation around the run does
  /// not count, within it there are no variants), best first, at most kMaxVariants, none of them
  /// the words themselves or a phrase that holds them. Case counts only for abbreviations that are
  /// words, too: "US" is the United States, "us" is not. A word that is not in Latin letters has
  /// variants only alone, not in a run, unless the run is a country's name. Never throws on any input. Cost: some microseconds; the
  /// first word of a script up to 80 ms.
  [[nodiscard]] std::vector<Variant> of(std::span<const std::string_view> words) const;

  /// The longer names within which a country's name does not stand for itself ("People's Republic
  /// of China" of "Republic of China"), and those within which it does again. Static lifetime.
  [[nodiscard]] std::vector<LongerVariant> longer_names(std::string_view name) const;

 private:
  [[nodiscard]] std::vector<Variant> of_script(std::span<const std::string_view> words) const;

  Transliteration transliteration_;
};

}  // namespace dateline
