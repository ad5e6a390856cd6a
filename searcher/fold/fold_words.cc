#include "searcher/fold/fold_words.h"

#include <algorithm>
#include <string_view>

#include "searcher/match/word_table.h"

namespace dateline {
namespace {

constexpr std::string_view kTable =
#include "fold_words.inc"
    ;

FoldClasses class_named(std::string_view name) noexcept {
  if (name == "denial") return kFoldDenial;
  if (name == "cancellation") return kFoldCancellation;
  return kFoldStop;
}

bool is_number_or_letter(std::string_view term) {
  if (term.size() < 2) return true;
  return std::any_of(term.begin(), term.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<FoldClasses> fold_classes(const Segment& segment) {
  std::vector<FoldClasses> classes(segment.terms.size());
  for (std::uint32_t term = 0; term < classes.size(); ++term) {
    if (is_number_or_letter(segment.terms.text(term))) classes[term] = kFoldStop;
  }
  for_each_row(kTable, [&](std::string_view row) {
    const auto bit = class_named(cut(row, '\t'));
    for (auto words = cut(row, '\t'); !words.empty();) {
      const auto word = segment.words.find(cut(words, ' '));
      if (!word) continue;
      const auto term = segment.term_of_word(*word);
      if (term < classes.size()) classes[term] |= bit;
    }
  });
  return classes;
}

}  // namespace dateline
