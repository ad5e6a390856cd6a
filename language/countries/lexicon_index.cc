#include "language/countries/lexicon_index.h"

#include <array>

#include "language/ascii.h"

namespace dateline {

LexiconIndex::LexiconIndex() : LexiconIndex(lexicon_entries()) {
  for (const auto& word : lexicon_words()) {
    classed_.insert(word.word, static_cast<std::uint32_t>(&word - lexicon_words().data()));
  }
}

LexiconIndex::LexiconIndex(std::span<const LexiconEntry> entries)
    : entries_{entries}, surfaces_{PhraseSpelling{}} {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto words = scan_words(entries[i].surface);
    begins_small_ = begins_small_ || (!words.empty() && !words.front().capital);
    surfaces_.value(entries[i].surface, words) = static_cast<std::uint32_t>(i);
  }
}

std::optional<PhraseMatch> LexiconIndex::longest(std::string_view text, std::span<const Word> words,
                                                 std::size_t first) const {
  const auto match = surfaces_.longest(text, words, first);
  if (!match) return std::nullopt;
  return PhraseMatch{&entries_[match->value], match->last_word, match->by_capitals};
}

const LexiconEntry* LexiconIndex::phrase(std::string_view head, std::string_view text,
                                         std::span<const Word> tail) const {
  const auto entry = surfaces_.find(head, text, tail);
  return entry == PhraseTrie::kNone ? nullptr : &entries_[entry];
}

std::uint64_t LexiconIndex::classes(std::string_view word) const {
  std::array<char, PhraseTrie::kMaxWordBytes> lower{};
  if (word.size() > lower.size()) return 0;
  std::size_t size = 0;
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      std::string folded;
      latin_.append(word, folded);
      return classes_of_folded(folded);
    }
    lower[size++] = ascii_lower(c);
  }
  return classes_of_folded({lower.data(), size});
}

std::uint64_t LexiconIndex::classes_of_folded(std::string_view word) const noexcept {
  const auto found = classed_.find(word);
  return found == StringTable::kNotFound ? 0 : lexicon_words()[found].classes;
}

}  // namespace dateline
