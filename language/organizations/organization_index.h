// Finds the names of the table of organizations in a text's words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/organizations/organization_table.h"
#include "language/words/name_words.h"
#include "language/words/phrase_trie.h"

namespace dateline::organizations {

/// What one spelling can mean.
struct Entry {
  std::vector<const Name*> readings;  ///< in the table's order
  std::uint32_t nouns = 0;            ///< head nouns among its words, a bit each
  std::uint32_t size_bytes = 0;
  std::uint32_t number = 0;  ///< of this entry; see Index::entries()
  bool noun = false;         ///< it is a head noun itself; may have readings too
  bool block = false;        ///< names no organization and covers one

  /// Whether it is one organization's name wherever it stands.
  [[nodiscard]] bool definite() const noexcept {
    return readings.size() == 1 && !noun && !block && !readings.front()->when.needs_sign();
  }
};

/// The longest entry that begins at some word.
struct Match {
  const Entry* entry = nullptr;
  std::uint32_t last_word = 0;  ///< included
  bool by_capitals = false;     ///< the text has it in capitals, the table has not
  bool dotted = false;          ///< abbreviation with full stops
};

/// The names of all organizations. Immutable after construction; many threads may read it.
class Index {
 public:
  /// `table` must outlive the index.
  Index(const Table& table, const WordClasses& classes);

  /// Requires first < words.size(); `words` are of `text`. Bounded by the longest name.
  [[nodiscard]] std::optional<Match> longest(std::string_view text, std::span<const Word> words,
                                             std::size_t first) const;
  /// Whether the word stands in any name of the organization.
  [[nodiscard]] bool has_word(std::uint16_t organization, std::string_view text,
                              const Word& word) const;
  [[nodiscard]] std::size_t entries() const noexcept { return entries_.size(); }

 private:
  Entry& entry_for(std::string_view name, std::span<const Word> words);
  void add(const Name& name);

  const WordClasses& classes_;
  PhraseTrie names_;  ///< with the number of each entry
  std::vector<Entry> entries_;
  std::vector<std::uint64_t> organization_words_;  ///< sorted: organization, number of a word
};

}  // namespace dateline::organizations
