#include "searcher/fold_words.h"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

constexpr std::string_view kTable =
#include "fold_words.inc"
    ;

// Takes the part of `rest` before `separator` off it.
std::string_view cut(std::string_view& rest, char separator) {
  const auto part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

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
  for (auto table = kTable; !table.empty();) {
    auto row = cut(table, '\n');
    if (row.empty() || row.front() == '#') continue;
    const auto bit = class_named(cut(row, '\t'));
    for (auto words = cut(row, '\t'); !words.empty();) {
      const auto word = segment.words.find(cut(words, ' '));
      if (!word) continue;
      const auto term = segment.term_of_word(*word);
      if (term < classes.size()) classes[term] |= bit;
    }
  }
  return classes;
}

}  // namespace dateline
