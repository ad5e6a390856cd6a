// Words that tell who somebody is: offices, ranks, titles, callings, and what stands around names.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "language/countries/lexicon_fold.h"
#include "language/country_code.h"
#include "language/words/string_table.h"

namespace dateline::persons {

/// What a word may be; data/person_words.tsv says what each class means, in the order of kClasses.
enum class WordKind : std::uint8_t {
  office,
  firm,
  weak,
  leader,
  royal,
  local,
  calling,
  kin,
  rank,
  soldier,
  courtesy,
  former,
  outside,
  party,
  mod,
  institution,
  particle,
  suffix,
  surname,
  stop,
  calendar,
  thing,
  admin,
  meeting,
  before_thing,
  receiving,
  possessor,
  predicate,
  ethnic,
  common,
  legislator,
  secretariat,
  plural,  ///< no class of the table: the word is a plural of one of a head
};

/// A set of WordKind.
using KindMask = std::uint64_t;

[[nodiscard]] constexpr KindMask bit(WordKind kind) noexcept {
  return KindMask{1} << static_cast<unsigned>(kind);
}

/// Words that stand for a person: an office, a rank, a calling.
inline constexpr KindMask kHeads =
    bit(WordKind::office) | bit(WordKind::weak) | bit(WordKind::leader) | bit(WordKind::royal) |
    bit(WordKind::local) | bit(WordKind::calling) | bit(WordKind::kin) | bit(WordKind::rank) |
    bit(WordKind::soldier) | bit(WordKind::courtesy);
/// Words that go with such a word.
inline constexpr KindMask kModifiers = bit(WordKind::mod) | bit(WordKind::institution) |
                                       bit(WordKind::former) | bit(WordKind::outside) |
                                       bit(WordKind::party);

/// data/person_words.tsv. Immutable; one object serves many threads at once.
class PersonWords {
 public:
  [[nodiscard]] static const PersonWords& built_in();

  /// What a word of a text may be; 0 for a word of no class. Case and marks do not count. A plural
  /// has the classes of its singular, too, when that is a head, and WordKind::plural.
  [[nodiscard]] KindMask kinds(std::string_view word) const;
  /// The same for a word as append_key() leaves it.
  [[nodiscard]] KindMask kinds_of_key(std::string_view key) const;
  /// How words are folded.
  [[nodiscard]] const LatinFold& fold() const noexcept { return fold_; }
  /// What two words in a row are together ("attorney general"); 0 when they are nothing more.
  [[nodiscard]] KindMask kinds(std::string_view first, std::string_view second) const;
  /// Whether one party rules the state alone, or did so once.
  [[nodiscard]] bool one_party(CountryCode code) const noexcept;
  /// What is wrong with the table, for a test; empty when all is well.
  [[nodiscard]] const std::vector<std::string>& problems() const noexcept { return problems_; }

 private:
  explicit PersonWords(std::string_view table);
  void add(std::string_view words, KindMask mask);
  [[nodiscard]] KindMask known(std::string_view folded) const noexcept;

  LatinFold fold_;
  std::deque<std::string> spelled_;  ///< owns the keys of words_
  StringTable words_;
  std::vector<KindMask> masks_;
  std::vector<CountryCode> one_party_;
  std::vector<std::string> problems_;
};

/// Appends `word` in small letters, without marks and apostrophes: how words of names and offices
/// are compared.
void append_key(const LatinFold& fold, std::string_view word, std::string& key);

}  // namespace dateline::persons
