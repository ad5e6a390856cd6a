// Words of the index that were perhaps meant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/snapshot.h"
#include "language/words/edit_distance.h"
#include "searcher/match/posting_lists.h"

namespace dateline {

/// A word of the index near to one that was typed.
struct SpellingSuggestion {
  std::string word;          ///< folded
  std::size_t distance = 0;  ///< letters added, left out, changed or swapped
  std::uint64_t documents =
      0;  ///< in how many it or another form of it stands, removed ones included
};

/// A word of an archive that is near to another.
struct SpellingCandidate {
  std::string word;
  std::string term;
  std::size_t distance = 0;
  bool other_beginning = false;  ///< its first letter is another one
};

/// Which words are near to one. Immutable.
class SpellingTest {
 public:
  /// @param word folded @param most letters that may be added, left out, changed or swapped
  SpellingTest(std::string_view word, std::size_t most);

  [[nodiscard]] const std::string& word() const noexcept { return word_; }
  [[nodiscard]] std::size_t most() const noexcept { return most_; }
  /// Looks at a word; its term is left empty. @return nullopt: it is not near, or the word itself.
  [[nodiscard]] std::optional<SpellingCandidate> look_at(std::string_view other) const;

 private:
  std::string word_;
  std::size_t most_;
  EditPattern pattern_;
  std::string beginning_;
  bool is_long_;
};

/// Looks for spellings among the words of an archive. For one thread. Functions @throw IndexError
/// (missing): it is damaged, or not to be reached.
class Spelling {
 public:
  /// Words with fewer letters are near to too many.
  static constexpr std::size_t kShortestWord = 3;
  /// From so many letters on two slips are allowed, and one may be in the first letter.
  static constexpr std::size_t kLongWord = 6;
  /// A word of at most so many documents may be a slip itself, if a neighbour is so much commoner.
  static constexpr std::uint64_t kRareDocuments = 2;
  static constexpr std::uint64_t kMuchCommoner = 100;

  Spelling() = default;
  Spelling(const Spelling&) = default;
  Spelling& operator=(const Spelling&) = delete;
  virtual ~Spelling() = default;

  /// The words near to a folded word that no document has, at most `limit`: the nearest first, of
  /// these the ones with the same first letter, of these the ones in most documents of `kind`. Of
  /// forms with one stem only the nearest. Words with digits are near to none.
  [[nodiscard]] std::vector<SpellingSuggestion> near(std::string_view folded_word,
                                                     DocumentKind kind, std::size_t limit) const;

  /// For a folded word that documents have: the word that was perhaps meant, when it stands in at
  /// most kRareDocuments and a word one slip away in kMuchCommoner times as many.
  [[nodiscard]] std::optional<SpellingSuggestion> better(std::string_view folded_word,
                                                         DocumentKind kind) const;

  /// In how many documents a term stands, removed ones included.
  [[nodiscard]] virtual std::uint64_t documents_of(std::string_view term,
                                                   DocumentKind kind) const = 0;

 private:
  /// All words that the test finds near, with their terms.
  [[nodiscard]] virtual std::vector<SpellingCandidate> candidates(
      const SpellingTest& test) const = 0;
  /// The term of a word; empty: the archive has no such word.
  [[nodiscard]] virtual std::string term_of(std::string_view word) const = 0;
  /// The documents of these will be asked for.
  virtual void prepare(const std::vector<SpellingCandidate>& /*candidates*/,
                       DocumentKind /*kind*/) const {}

  [[nodiscard]] std::vector<SpellingSuggestion> ranked(std::vector<SpellingCandidate> candidates,
                                                       DocumentKind kind, std::size_t limit) const;
};

/// Looks in the dictionaries of an index, as they are: nothing is computed in advance. Cost: 10 to
/// 20 ns a word of the dictionaries.
class SpellingIndex : public Spelling {
 public:
  /// `lists` has one for each segment of `snapshot`; both must outlive it.
  SpellingIndex(const Snapshot& snapshot, const std::vector<PostingLists>& lists)
      : snapshot_(snapshot), lists_(lists) {}

  std::uint64_t documents_of(std::string_view term, DocumentKind kind) const override;

 private:
  std::vector<SpellingCandidate> candidates(const SpellingTest& test) const override;
  std::string term_of(std::string_view word) const override;

  const Snapshot& snapshot_;
  const std::vector<PostingLists>& lists_;
};

}  // namespace dateline
