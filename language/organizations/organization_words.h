// The words that decide what an organization's name stands for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/words/string_table.h"

namespace dateline::organizations {

/// Head nouns that the table may have: an Entry has a bit for each.
inline constexpr std::size_t kMostNouns = 32;

/// A set of word classes, a bit each.
using ClassMask = std::uint64_t;

/// data/organization_words.tsv, which is compiled in. Views have static lifetime. Immutable.
class WordClasses {
 public:
  [[nodiscard]] static const WordClasses& built_in();

  /// The classes of a word in any case; none for a word that is not in the table.
  [[nodiscard]] ClassMask classes(std::string_view word) const noexcept;
  /// The bit of a class; 0 when the table has no such class.
  [[nodiscard]] ClassMask bit(std::string_view class_name) const noexcept;

  /// The classes that rules of their own ask for: words with a capital only because they open a
  /// sentence; directions; the adjectives of continents.
  [[nodiscard]] ClassMask opener() const noexcept { return opener_; }
  [[nodiscard]] ClassMask direction() const noexcept { return direction_; }
  [[nodiscard]] ClassMask continental() const noexcept { return continental_; }

  /// Head nouns of names: "Union", "Alliance". At most 32.
  [[nodiscard]] const std::vector<std::string_view>& nouns() const noexcept { return nouns_; }
  /// Words that are one and the same in names; the first stands for all.
  [[nodiscard]] const std::vector<std::vector<std::string_view>>& spellings() const noexcept {
    return spellings_;
  }
  /// An abbreviation and the name that it may replace at the beginning of a longer name.
  [[nodiscard]] const std::vector<std::pair<std::string_view, std::string_view>>& prefixes()
      const noexcept {
    return prefixes_;
  }
  /// Phrases that hold an organization's name and are none.
  [[nodiscard]] const std::vector<std::string_view>& blocks() const noexcept { return blocks_; }
  /// What is wrong with the table, for a test; empty when all is well.
  [[nodiscard]] const std::vector<std::string>& problems() const noexcept { return problems_; }

 private:
  explicit WordClasses(std::string_view table);
  void add_row(const std::vector<std::string_view>& row);
  void add_class(std::string_view name, std::string_view words);

  ClassMask opener_ = 0;
  ClassMask direction_ = 0;
  ClassMask continental_ = 0;
  std::vector<std::string_view> names_;
  std::deque<std::string> spelled_;
  StringTable words_;
  std::vector<ClassMask> masks_;
  std::vector<std::string_view> nouns_;
  std::vector<std::vector<std::string_view>> spellings_;
  std::vector<std::pair<std::string_view, std::string_view>> prefixes_;
  std::vector<std::string_view> blocks_;
  std::vector<std::string> problems_;
};

}  // namespace dateline::organizations
