// The tables of variants that are compiled into the program.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dateline {

/// Why words are a variant of others.
enum class VariantReason : std::uint8_t {
  country,       ///< another name or abbreviation of the same country
  place,         ///< another name or spelling of the same city or region
  spelling,      ///< British or American, or another romanization of the same name
  script,        ///< the same name in Latin letters
  organization,  ///< a short or the long name of the same organization, or an abbreviation's words
  foreign,  ///< the country's name, of a word in Latin letters that another language has for it
};

/// The variants of a name.
struct VariantRow {
  std::string_view key;       ///< variant_key() of the name
  std::string_view variants;  ///< joined by '|', best first
  VariantReason reason;
  bool capitals_only;  ///< only when typed in capitals or with full stops
};

/// The longer names that hold a country's name.
struct LongerNames {
  std::string_view key;    ///< variant_key() of the name
  std::string_view names;  ///< joined by '|'; '=' stands before those of the same country
};

/// Which kind of rows of english_spellings.tsv: the names there, with `noun` made into words.
enum class SpellingKind : std::uint8_t { stem, word, double_l, keep_s, keep_s_end, keep_z };

/// One spelling for another.
struct SpellingRow {
  std::string_view from;  ///< a key, or the beginning of keys
  std::string_view to;    ///< the same in the other spelling; empty for keep_*
};

/// How words with one of `letters` (runs of Cyrillic letters, parted by spaces; empty for all
/// words) are romanized.
struct CyrillicAlphabet {
  std::string_view romanization;  ///< ICU's name
  std::string_view letters;
};

/// What stands beside the letters of a CyrillicSpelling.
enum class CyrillicContext : std::uint8_t { any, start, vowel, hush, hard, end, closed };

/// How letters of a romanization are also written (cyrillic_spellings.tsv).
struct CyrillicSpelling {
  CyrillicContext before;
  std::string_view letters;
  CyrillicContext after;
  std::string_view spellings;  ///< joined by '|', the most usual first; empty: left out
};

/// A Chinese surname of two characters.
struct HanSurname {
  std::string_view characters;
  std::string_view pinyin;
};

/// All data has static lifetime. Rows of variants are sorted by key, then reason; spellings by
/// `from`, without repeats; the rest in the order of the tables.
[[nodiscard]] std::span<const VariantRow> variant_rows() noexcept;
[[nodiscard]] std::span<const LongerNames> longer_name_rows() noexcept;
/// Names of countries in other languages: rows "variant_key() ⇥ code ⏎", sorted by their bytes. As
/// one text they cost nothing when the program starts.
[[nodiscard]] std::string_view foreign_name_rows() noexcept;
[[nodiscard]] std::span<const SpellingRow> spelling_rows(SpellingKind kind) noexcept;
[[nodiscard]] std::span<const CyrillicAlphabet> cyrillic_alphabets() noexcept;
[[nodiscard]] std::span<const CyrillicSpelling> cyrillic_spelling_rows() noexcept;
[[nodiscard]] std::span<const HanSurname> han_surnames() noexcept;

}  // namespace dateline
