// A text under examination: its words, and the organization names found in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/countries/lexicon_index.h"
#include "language/organizations/organization_index.h"
#include "language/words/name_words.h"

namespace dateline::organizations {

/// A name found in a text, before its surroundings decide whether it is a mention.
struct Candidate {
  std::uint32_t first_word;
  std::uint32_t last_word;  ///< included
  const Entry* entry;
  bool by_capitals;
  bool dotted;
  /// The organization that it stands for, once that is decided.
  std::optional<std::uint16_t> organization = std::nullopt;
  bool referred_back = false;  ///< "the Alliance"
};

/// The words and candidates of one text. Word indices are signed so that a rule may ask beyond both
/// ends: there, words are empty. What it is made from must outlive it. For one thread: even const
/// members fill a cache.
class Text {
 public:
  using WordIndex = std::ptrdiff_t;

  /// `dropped`: surfaces that are no names and cover those inside them, or null.
  Text(const ScannedText& text, const Index& index, const WordClasses& classes,
       const LexiconIndex* dropped = nullptr);

  [[nodiscard]] const Index& index() const noexcept { return index_; }
  [[nodiscard]] const WordClasses& word_classes() const noexcept { return classes_; }
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] std::vector<Candidate>& candidates() noexcept { return candidates_; }
  [[nodiscard]] const std::vector<Candidate>& candidates() const noexcept { return candidates_; }

  /// nullptr beyond the ends.
  [[nodiscard]] const Word* word_at(WordIndex i) const noexcept {
    const auto at = static_cast<std::size_t>(i);  // a negative index becomes a large one
    return at < words_.size() ? &words_[at] : nullptr;
  }
  [[nodiscard]] std::string_view word(WordIndex i) const noexcept {
    const Word* found = word_at(i);
    return found == nullptr ? std::string_view{} : text_.substr(found->begin, found->size());
  }
  [[nodiscard]] bool capital(WordIndex i) const noexcept {
    const Word* found = word_at(i);
    return found != nullptr && found->capital;
  }
  [[nodiscard]] ClassMask classes(WordIndex i) const noexcept { return classes_.classes(word(i)); }
  /// Whether word i follows word i-1 after white space alone.
  [[nodiscard]] bool follows(WordIndex i) const noexcept {
    const Word* found = word_at(i);
    return found != nullptr && found->gap == Gap::kSpace;
  }
  /// The same, or joined by a dash.
  [[nodiscard]] bool joined(WordIndex i) const noexcept {
    const Word* found = word_at(i);
    return found != nullptr && (found->gap == Gap::kSpace || found->gap == Gap::kHyphen);
  }
  /// The classes of all words of the text. Linear when first asked for, then constant.
  [[nodiscard]] ClassMask signs() const;

 private:
  void find_candidates();
  [[nodiscard]] std::optional<std::uint32_t> end_of_dropped(std::size_t first) const;

  std::string_view text_;
  const Index& index_;
  const WordClasses& classes_;
  const LexiconIndex* dropped_;
  std::span<const Word> words_;
  std::vector<Candidate> candidates_;
  mutable std::optional<ClassMask> signs_;
};

}  // namespace dateline::organizations
