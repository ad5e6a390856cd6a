// The table of words that play a part in dates.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/dates/kinds.h"

namespace dateline::dates {

/// What the table says about one word.
struct WordEntry {
  Kind kind = Kind::other;
  std::int32_t value = 0;
};

/// The longest word of the table, in bytes; a longer one need not be looked up.
inline constexpr std::size_t kMaxWordBytes = 16;

/// A hash of a lower-case word that the lexer can compute as it reads: start with kHashSeed, add
/// each byte.
inline constexpr std::uint32_t kHashSeed = 2166136261U;
[[nodiscard]] constexpr std::uint32_t add_to_hash(std::uint32_t hash, unsigned char c) noexcept {
  return (hash ^ c) * 16777619U;
}

/// The table of words, immutable.
class WordTable {
 public:
  /// The table compiled into the program.
  [[nodiscard]] static const WordTable& built_in();

  /// `word` in lower case, `hash` its hash. Kind::other when it is not in the table.
  [[nodiscard]] WordEntry find(std::string_view word, std::uint32_t hash) const noexcept {
    for (std::uint32_t i = mix(hash);; i = (i + 1) & kMask) {
      const Slot& slot = slots_[i];
      if (slot.word.empty()) return {};
      if (slot.hash == hash && slot.word == word) return slot.entry;
    }
  }

 private:
  struct Slot {
    std::string_view word;  // into the program's own copy of the table
    std::uint32_t hash = 0;
    WordEntry entry;
  };
  static constexpr std::uint32_t kMask = 4095;  // at most a quarter full
  [[nodiscard]] static constexpr std::uint32_t mix(std::uint32_t hash) noexcept {
    return (hash ^ (hash >> 15)) & kMask;
  }

  explicit WordTable(std::string_view tsv);
  void add_row(std::string_view row);

  std::vector<Slot> slots_;
};

}  // namespace dateline::dates
