#include "language/organization_text.h"

namespace dateline::organizations {
namespace {

// Bytes of a name that counts in capitals amid other text.
constexpr std::uint32_t kShortestInCapitals = 4;

}  // namespace

Text::Text(std::string_view text, const Index& index, const WordClasses& classes)
    : text_{text}, index_{index}, classes_{classes}, words_{scan_words(text)} {
  find_candidates();
}

void Text::find_candidates() {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (!words_[i].capital) continue;
    const auto match = index_.longest(text_, words_, i);
    if (!match) continue;
    if (match->by_capitals && match->entry->size_bytes < kShortestInCapitals) continue;
    candidates_.push_back({static_cast<std::uint32_t>(i), match->last_word, match->entry,
                           match->by_capitals, match->dotted});
    i = match->last_word;
  }
}

const Word* Text::word_at(WordIndex i) const noexcept {
  return i < 0 || i >= static_cast<WordIndex>(words_.size()) ? nullptr
                                                             : &words_[static_cast<std::size_t>(i)];
}

std::string_view Text::word(WordIndex i) const noexcept {
  const Word* found = word_at(i);
  return found == nullptr ? std::string_view{} : text_.substr(found->begin, found->size());
}

bool Text::capital(WordIndex i) const noexcept {
  const Word* found = word_at(i);
  return found != nullptr && found->capital;
}

bool Text::follows(WordIndex i) const noexcept {
  const Word* found = word_at(i);
  return found != nullptr && found->gap == Gap::kSpace;
}

bool Text::joined(WordIndex i) const noexcept {
  const Word* found = word_at(i);
  return found != nullptr && (found->gap == Gap::kSpace || found->gap == Gap::kHyphen);
}

ClassMask Text::signs() const {
  if (!signs_) {
    ClassMask all = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) all |= classes(static_cast<WordIndex>(i));
    signs_ = all;
  }
  return *signs_;
}

}  // namespace dateline::organizations
