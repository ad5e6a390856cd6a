// Classes of the words that stand around a country word.
#pragma once

#include <cstdint>

namespace dateline {

/// What a word can be to a country word beside it. The members of each class, and why they are in
/// it, are in data/country_words.tsv; their spellings there are in
/// tools/lexicon_word_class_names.h, in the same order.
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
  kOwner,
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
  kNoGivenName,
  kPersonVerb,
  kCredit,
};

/// The bit of a class in ClassedWord::classes.
[[nodiscard]] constexpr std::uint64_t class_bit(WordClass c) noexcept {
  return std::uint64_t{1} << static_cast<unsigned>(c);
}

}  // namespace dateline
