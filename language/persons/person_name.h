// Names of persons as they are compared: word by word, without case, marks and apostrophes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "language/persons/person_words.h"

namespace dateline::persons {

/// One word of a name. Words are known by hashes: what two names have in common decides, and never
/// how they are spelled.
struct NameWord {
  std::uint64_t key = 0;       ///< of the folded word
  std::uint64_t skeleton = 0;  ///< of its consonants alone, alike for usual transcriptions
  char first = 0;              ///< the folded word's first byte
  bool initial = false;        ///< a single letter
  bool particle = false;       ///< "de", "bin"
  bool suffix = false;         ///< "II", "Jr."

  /// Whether it says who is meant: no particle, initial or numeral.
  [[nodiscard]] bool tells() const noexcept { return !initial && !particle && !suffix; }
};

/// A name's words, the first kMost of them.
class Name {
 public:
  static constexpr std::size_t kMost = 8;

  void add(const NameWord& word) noexcept {
    if (count_ < kMost) words_[count_++] = word;
  }
  [[nodiscard]] std::size_t size() const noexcept { return count_; }
  [[nodiscard]] const NameWord& operator[](std::size_t i) const noexcept { return words_[i]; }
  [[nodiscard]] const NameWord* begin() const noexcept { return words_.data(); }
  [[nodiscard]] const NameWord* end() const noexcept { return words_.data() + count_; }
  /// How many words tell who is meant.
  [[nodiscard]] std::size_t telling() const noexcept;
  /// The first and the last word that tell; nullptr when none does.
  [[nodiscard]] const NameWord* first() const noexcept;
  [[nodiscard]] const NameWord* last() const noexcept;

 private:
  std::array<NameWord, kMost> words_;
  std::size_t count_ = 0;
};

/// Makes names of texts and of the table. Immutable; one object serves many threads at once.
class NameReader {
 public:
  explicit NameReader(const PersonWords& words) : words_{words} {}

  /// Requires a word of scan_words(). `capital`: it is written with a capital.
  [[nodiscard]] NameWord word(std::string_view word, bool capital) const;
  /// All words of a name, parted as scan_words() parts them.
  [[nodiscard]] Name name(std::string_view text) const;

 private:
  const PersonWords& words_;
};

/// Whether one of two names can be a form of the other: the words of the shorter stand in the
/// longer one in the same order, or all of both in reverse ("Abe Shinzo"), with initials for words,
/// and the last words or the first ones are the same.
[[nodiscard]] bool can_be_same(const Name& a, const Name& b) noexcept;

}  // namespace dateline::persons
