#include "language/organizations/organization_text.h"

namespace dateline::organizations {
namespace {

// Bytes of a name that counts in capitals amid other text.
constexpr std::uint32_t kShortestInCapitals = 4;

}  // namespace

Text::Text(const ScannedText& text, const Index& index, const WordClasses& classes,
           const LexiconIndex* dropped)
    : text_{text.text}, index_{index}, classes_{classes}, dropped_{dropped}, words_{text.words} {
  find_candidates();
}

// The last word of a dropped surface that begins at word `first`.
std::optional<std::uint32_t> Text::end_of_dropped(std::size_t first) const {
  if (dropped_ == nullptr || !(words_[first].capital || dropped_->begins_small())) {
    return std::nullopt;
  }
  const auto match = dropped_->longest(text_, words_, first);
  if (!match || (match->by_capitals && match->entry->surface.size() < kShortestInCapitals)) {
    return std::nullopt;
  }
  return match->last_word;
}

void Text::find_candidates() {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto dropped = end_of_dropped(i);
    const auto match = words_[i].capital ? index_.longest(text_, words_, i) : std::nullopt;
    if (dropped && (!match || match->last_word <= *dropped)) {
      i = *dropped;
      continue;
    }
    if (!match) continue;
    if (match->by_capitals && match->entry->size_bytes < kShortestInCapitals) continue;
    candidates_.push_back({static_cast<std::uint32_t>(i), match->last_word, match->entry,
                           match->by_capitals, match->dotted});
    i = match->last_word;
  }
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
