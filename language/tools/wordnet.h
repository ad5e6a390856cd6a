// Reads WordNet's files: which words there are, and which are derived from each other.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace dateline::forms {

/// A part of speech that WordNet has files for.
enum class Speech : std::uint8_t { noun, verb, adjective, adverb };
inline constexpr std::size_t kSpeeches = 4;

/// A word in its basic form, whatever its part of speech.
struct Lemma {
  std::uint32_t count = 0;  ///< how often WordNet's tagged texts have it
  bool speeches[kSpeeches] = {};
};

/// Words of one piece, in small letters of ASCII. Format of the files: wndb(5WN), cntlist(5WN) of
/// WordNet 3.0.
struct WordNet {
  std::map<std::string, Lemma> lemmas;
  /// Two words that WordNet derives from each other, the lesser first: the pointers "+"
  /// (derivationally related), "\" (pertainym, derived from adjective) and "<" (participle of).
  /// `ranks` is the sum of the ranks that the two senses have among those of their words.
  struct Derivation {
    std::uint32_t ranks;
    bool is_action = false;  ///< one is a verb, and the other what it does, as a noun: no doer
  };
  std::map<std::pair<std::string, std::string>, Derivation> derived;
  /// Two words that begin alike, the lesser first, which share a sense ("numeric", "numerical"), or
  /// whose senses WordNet derives from each other ("approximation", with "estimate", and
  /// "approximate").
  std::set<std::pair<std::string, std::string>> akin;
  /// Irregular forms of nouns and verbs, and what they are forms of: "met" of "meet".
  std::map<std::string, std::set<std::string>> irregular;
  std::set<std::string> irregular_nouns;  ///< which of them are plurals
};

/// @param folder with data.noun, index.noun and the other files.
/// @throws std::runtime_error when one is missing or damaged.
[[nodiscard]] WordNet read_wordnet(const std::filesystem::path& folder);

/// WordNet's words, without counts.
struct Lemmas {
  std::map<std::string, Lemma> all;
  /// Those that are nothing but names of places: for each place all its names, as WordNet writes
  /// them.
  std::map<std::string, std::vector<std::vector<std::string>>> places;
};

/// A quarter of read_wordnet()'s work. @throws as above.
[[nodiscard]] Lemmas read_lemmas(const std::filesystem::path& folder);

}  // namespace dateline::forms
