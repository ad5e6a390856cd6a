// Finds phrases of several words in a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/words/name_words.h"
#include "language/words/string_table.h"

namespace dateline {

/// How a text may spell the phrases of a trie, beyond what PhraseTrie says.
struct PhraseSpelling {
  /// A hyphen and white space, as a line's end leaves them, join words as a hyphen does.
  bool broken_hyphens = false;
  /// Single capitals with full stops are the word without them: "U.N." is "UN".
  bool dotted_capitals = false;
};

/// Maps phrases to numbers, and finds the longest phrase that begins at a word of a text.
/// - A text may have any word of a phrase in capitals; a match says so, and the caller decides
///   whether that counts.
/// - A blank and a hyphen stand for one another ("Guinea Bissau", "Guinea-Bissau"); a full stop, a
///   comma and a slash between words must be as in the phrase. Behind any other gap none goes on.
/// - A possessive inside a phrase must be in the text, too ("People's Republic"; "China's Republic"
///   is not one name), and so must one at its end ("St. John's").
///
/// A trie over numbered words, not over letters: texts are read as words anyway, most words begin
/// no phrase, and for those one look into the table of words decides. All edges lie in one hash
/// table, keyed by node, join and word.
///
/// Many threads may read it once all phrases are in.
class PhraseTrie {
 public:
  /// Bytes of the longest word that is looked for; phrases with longer ones are never found.
  static constexpr std::size_t kMaxWordBytes = 40;
  static constexpr std::uint32_t kNone = StringTable::kNotFound;

  explicit PhraseTrie(const PhraseSpelling& spelling) : spelling_{spelling} {}

  /// The number of a word as phrases have it, from 0 in the order of first calls.
  std::uint32_t add_word(std::string_view word);
  /// Another spelling of a word that has a number. Without effect where `spelled` has one itself.
  void add_spelling(std::string_view spelled, std::uint32_t word);

  /// Adds a phrase, where it is new, and gives its value to be read or set: kNone at first.
  /// `words` are scan_words(phrase). The reference is good until the next call.
  std::uint32_t& value(std::string_view phrase, std::span<const Word> words);

  /// A word of a text, as the trie knows it.
  struct KnownWord {
    std::uint32_t number = kNone;
    bool by_capitals = false;  ///< the text has it in capitals, the phrases have not
    bool dotted = false;       ///< see PhraseSpelling::dotted_capitals
  };
  /// `word` is of `text`. The number is kNone for a word of no phrase.
  [[nodiscard]] KnownWord known_word(std::string_view text, const Word& word) const;

  /// The longest phrase that begins at some word.
  struct Match {
    std::uint32_t value = kNone;
    std::uint32_t last_word = 0;  ///< included
    bool by_capitals = false;     ///< as KnownWord, of at least one of its words
    bool dotted = false;
  };
  /// `words` are of `text`; requires first < words.size(). Bounded by the longest phrase.
  [[nodiscard]] std::optional<Match> longest(std::string_view text, std::span<const Word> words,
                                             std::size_t first) const;

  /// The value of the phrase made of `head` followed by the words of `tail` (of `text`), whatever
  /// joins them there, such as "North" before "Korea"; kNone when there is none.
  [[nodiscard]] std::uint32_t find(std::string_view head, std::string_view text,
                                   std::span<const Word> tail) const;

 private:
  struct Node {
    std::uint32_t value = kNone;
    bool ends_in_possessive = false;
    bool goes_on = false;  ///< some longer phrase begins with this one
  };
  static constexpr std::uint32_t kRoot = 0;  ///< and no child of any node

  [[nodiscard]] std::uint32_t child(std::uint32_t node, Gap gap, bool after_possessive,
                                    std::uint32_t word) const;

  PhraseSpelling spelling_;
  std::deque<std::string> spellings_;  ///< owns the keys of words_ and capitals_
  StringTable words_;
  StringTable capitals_;
  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::vector<std::uint32_t> first_nodes_;  ///< by a word's number: the node of a phrase's first
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
};

}  // namespace dateline
