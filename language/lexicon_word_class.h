// Classes of the words that stand around a country word.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

/// What a word can be to a country word beside it. The members of each class, and why they are in it, are in
/// data/country_words.tsv; spelled there as in kWordClasses, in the same order.
enum class WordClass : std::uint8_t {
  kGivenName,
  kTitle,
  kWeakTitle,
  kNobility,
  kParticle,
  kSurnameCountry,
  kGivenCountry,
  kWeakGivenCountry,
  kSurname,
  kSurnameEnding,
  kInstitution,
  kPersonPlace,
  kMedia,
  kMediaMiddle,
  kMediaOf,
  kAgency,
  kMediumVerb,
  kBroadcaster,
  kUniversity,
  kUniversityMiddle,
  kPact,
  kCapitalPact,
  kPactOf,
  kPactMiddle,
  kWater,
  kSmallWater,
  kWaterOf,
  kWaterBefore,
  kGulf,
  kStateWord,
  kCityPrep,
  kCalendar,
  kGeorgiaSign,
  kCaucasusSign,
  kNationalNoun,
  kKinshasaSign,
  kBrazzavilleSign,
  kPacificState,
  kCapitalArea,
  kLanguage,
  kLanguageNoun,
  kLanguageThing,
  kLanguageTerm,
  kLanguageVerb,
  kLanguagePrep,
  kLanguageQuality,
  kLanguageEnd,
  kPlacePrep,
  kPlaceNoun,
  kElsewhere,
  kListWord,
  kRelation,
  kRegionNoun,
  kAmericanBefore,
  kIndianBefore,
  kIndianAfter,
  kAmericanDemonym,
  kDirection,
  kAbbreviation,
  kVerbObject,
};

inline constexpr std::array<std::string_view, 60> kWordClasses{{
    "given-name",
    "title",
    "weak-title",
    "nobility",
    "particle",
    "surname-country",
    "given-country",
    "weak-given-country",
    "surname",
    "surname-ending",
    "institution",
    "person-place",
    "media",
    "media-middle",
    "media-of",
    "agency",
    "medium-verb",
    "broadcaster",
    "university",
    "university-middle",
    "pact",
    "capital-pact",
    "pact-of",
    "pact-middle",
    "water",
    "small-water",
    "water-of",
    "water-before",
    "gulf",
    "state-word",
    "city-prep",
    "calendar",
    "georgia-sign",
    "caucasus-sign",
    "national-noun",
    "kinshasa-sign",
    "brazzaville-sign",
    "pacific-state",
    "capital-area",
    "language",
    "language-noun",
    "language-thing",
    "language-term",
    "language-verb",
    "language-prep",
    "language-quality",
    "language-end",
    "place-prep",
    "place-noun",
    "elsewhere",
    "list-word",
    "relation",
    "region-noun",
    "american-before",
    "indian-before",
    "indian-after",
    "american-demonym",
    "direction",
    "abbreviation",
    "verb-object",
}};

/// The bit of a class in ClassedWord::classes.
[[nodiscard]] constexpr std::uint64_t class_bit(WordClass c) noexcept {
  return std::uint64_t{1} << static_cast<unsigned>(c);
}

/// The class that a table's first column spells; nullopt for any other word.
[[nodiscard]] constexpr std::optional<WordClass> word_class(std::string_view spelled) noexcept {
  for (std::size_t i = 0; i < kWordClasses.size(); ++i) {
    if (kWordClasses[i] == spelled) return static_cast<WordClass>(i);
  }
  return std::nullopt;
}

}  // namespace dateline
