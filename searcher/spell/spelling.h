// Words of the index that were perhaps meant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/snapshot.h"
#include "searcher/match/posting_lists.h"

namespace dateline {

/// A word of the index near to one that was typed.
struct SpellingSuggestion {
  std::string word;          ///< folded
  std::size_t distance = 0;  ///< letters added, left out, changed or swapped
  std::uint64_t documents =
      0;  ///< in how many it or another form of it stands, removed ones included
};

/// Looks for spellings in the dictionaries of an index, as they are: nothing is computed in
/// advance. For one thread.
class SpellingIndex {
 public:
  /// Words with fewer letters are near to too many.
  static constexpr std::size_t kShortestWord = 3;
  /// From so many letters on two slips are allowed, and one may be in the first letter.
  static constexpr std::size_t kLongWord = 6;
  /// A word of at most so many documents may be a slip itself, if a neighbour is so much commoner.
  static constexpr std::uint64_t kRareDocuments = 2;
  static constexpr std::uint64_t kMuchCommoner = 100;

  /// `lists` has one for each segment of `snapshot`; both must outlive it.
  SpellingIndex(const Snapshot& snapshot, const std::vector<PostingLists>& lists)
      : snapshot_(snapshot), lists_(lists) {}

  /// The words near to a folded word that no document has, at most `limit`: the nearest first, of
  /// these the ones with the same first letter, of these the ones in most documents of `kind`. Of
  /// forms with one stem only the nearest. Words with digits are near to none. Cost: 10 to 20 ns a
  /// word of the dictionaries. @throws IndexError for a damaged database.
  [[nodiscard]] std::vector<SpellingSuggestion> near(std::string_view folded_word,
                                                     DocumentKind kind, std::size_t limit) const;

  /// For a folded word that documents have: the word that was perhaps meant, when it stands in at
  /// most kRareDocuments and a word one slip away in kMuchCommoner times as many. @throws as
  /// near().
  [[nodiscard]] std::optional<SpellingSuggestion> better(std::string_view folded_word,
                                                         DocumentKind kind) const;

 private:
  struct Candidate;
  [[nodiscard]] std::vector<Candidate> candidates(std::string_view word, std::size_t most) const;
  [[nodiscard]] std::string_view term_of(std::string_view word) const;
  [[nodiscard]] std::uint64_t documents_of(std::string_view term, DocumentKind kind) const;
  [[nodiscard]] std::vector<SpellingSuggestion> ranked(std::vector<Candidate> candidates,
                                                       DocumentKind kind, std::size_t limit) const;

  const Snapshot& snapshot_;
  const std::vector<PostingLists>& lists_;
};

}  // namespace dateline
