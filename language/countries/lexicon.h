// The country lexicon that is compiled into the program.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "language/country_code.h"

namespace dateline {

/// What a surface of the lexicon is; decides how the finder treats it and which rule its mentions
/// carry. Spelled in the tables as in kNameKinds, in the same order.
enum class NameKind : std::uint8_t {
  kName,
  kTerritory,
  kFormer,
  kDemonym,
  kAbbreviation,
  kCombining,
  kCapital,
  kAmbiguousCapital,
  kSeat,
  kKorea,
  kCongo,
  kGeorgia,
  kDominican,
  kWashington,
  kAmerica,
  kIndian,
  kCentralAfrican,
  kPeoplesRepublic,
  kBrussels,
  kHague,
  kTripoli,
  kCompound,
  // Without codes: they cover a country word, or are signs for the words beside them.
  kDirection,
  kBlock,
  kState,
  kUsState,
  kStateShort,
  kDrop,
};

inline constexpr std::array<std::string_view, 28> kNameKinds{"name",
                                                             "territory",
                                                             "former",
                                                             "demonym",
                                                             "abbreviation",
                                                             "combining",
                                                             "capital",
                                                             "ambiguous-capital",
                                                             "seat",
                                                             "korea",
                                                             "congo",
                                                             "georgia",
                                                             "dominican",
                                                             "washington",
                                                             "america",
                                                             "indian",
                                                             "central-african",
                                                             "peoples-republic",
                                                             "brussels",
                                                             "hague",
                                                             "tripoli",
                                                             "compound",
                                                             "direction",
                                                             "block",
                                                             "state",
                                                             "us-state",
                                                             "state-short",
                                                             "drop"};

/// The kind that a table's first column spells; nullopt for any other word.
[[nodiscard]] constexpr std::optional<NameKind> name_kind(std::string_view spelled) noexcept {
  for (std::size_t i = 0; i < kNameKinds.size(); ++i) {
    if (kNameKinds[i] == spelled) return static_cast<NameKind>(i);
  }
  return std::nullopt;
}

/// One spelling. `codes` are two letters each, run together and sorted ("KPKR"); empty for kinds
/// without codes.
struct LexiconEntry {
  std::string_view surface;
  std::string_view codes;
  NameKind kind;
};

/// A word that decides whether a country word beside it is a mention: lower case, plain ASCII
/// apostrophe. `classes` is a set of WordClass bits (see lexicon_word_class.h).
struct ClassedWord {
  std::string_view word;
  std::uint64_t classes;
};

/// A surface that several code sets claimed, and whether country_rulings.tsv rules on it.
struct LexiconConflict {
  std::string_view surface;
  std::string_view claims;  ///< "CD|CG"
  bool ruled;
};

/// A code and its English short name, sorted by code.
struct CountryDisplay {
  CountryCode code;
  std::string_view name;
};

/// All data has static lifetime and is sorted by its first member.
/// Sources: ICU's CLDR names, iso-codes' ISO 3166-1 and -3, and the reviewed tables in
/// language/data.
[[nodiscard]] std::span<const LexiconEntry> lexicon_entries() noexcept;
[[nodiscard]] std::span<const ClassedWord> lexicon_words() noexcept;
[[nodiscard]] std::span<const LexiconConflict> lexicon_conflicts() noexcept;
[[nodiscard]] std::span<const CountryDisplay> lexicon_countries() noexcept;

}  // namespace dateline
