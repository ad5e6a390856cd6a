// How the tables spell the classes of context words.
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

#include "language/countries/lexicon_word_class.h"

namespace dateline::lexicon {

/// In the order of WordClass.
inline constexpr std::string_view kWordClasses[] = {"given-name",
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
                                                    "owner",
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
                                                    "no-given-name",
                                                    "person-verb",
                                                    "credit"};

/// The class that a table's first column spells; nullopt for any other word.
[[nodiscard]] constexpr std::optional<WordClass> word_class(std::string_view spelled) noexcept {
  for (std::size_t i = 0; i < std::size(kWordClasses); ++i) {
    if (kWordClasses[i] == spelled) return static_cast<WordClass>(i);
  }
  return std::nullopt;
}

}  // namespace dateline::lexicon
