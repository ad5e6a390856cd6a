// The lexicon as the finder reads it: phrases by their words, and the classes of context words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "language/countries/lexicon.h"
#include "language/countries/lexicon_fold.h"
#include "language/countries/lexicon_word_class.h"
#include "language/words/name_words.h"
#include "language/words/phrase_trie.h"
#include "language/words/string_table.h"

namespace dateline {

/// The longest surface of the lexicon that begins at some word.
struct PhraseMatch {
  const LexiconEntry* entry = nullptr;
  std::uint32_t last_word = 0;  ///< index of its last word, included
  bool by_capitals = false;     ///< the text has it in capitals, the lexicon has not
};

/// All surfaces, and the classes of context words. Words in capitals also match surfaces that are
/// not; the caller decides whether that counts. Immutable after construction; many threads may read
/// it.
class LexiconIndex {
 public:
  /// Of the lexicon that is compiled in.
  LexiconIndex();
  /// Of other surfaces, without classes of words. `entries` must outlive it; of two with one
  /// surface the later counts.
  explicit LexiconIndex(std::span<const LexiconEntry> entries);

  /// Whether some surface begins with a word that has no capital.
  [[nodiscard]] bool begins_small() const noexcept { return begins_small_; }

  /// Requires first < words.size(); `words` are of `text`. Bounded by the longest surface.
  [[nodiscard]] std::optional<PhraseMatch> longest(std::string_view text,
                                                   std::span<const Word> words,
                                                   std::size_t first) const;

  /// The entry of the phrase made of `head` followed by the words of `tail` (of `text`), such as
  /// "North" before "Korea"; nullptr when there is none.
  [[nodiscard]] const LexiconEntry* phrase(std::string_view head, std::string_view text,
                                           std::span<const Word> tail) const;

  /// The classes of a word, whatever its case and accents: a set of class_bit(WordClass).
  [[nodiscard]] std::uint64_t classes(std::string_view word) const;

 private:
  [[nodiscard]] std::uint64_t classes_of_folded(std::string_view word) const noexcept;

  std::span<const LexiconEntry> entries_;
  PhraseTrie surfaces_;  ///< with the index of each entry
  StringTable classed_;  ///< words, with their index in lexicon_words()
  LatinFold latin_;
  bool begins_small_ = false;
};

}  // namespace dateline
