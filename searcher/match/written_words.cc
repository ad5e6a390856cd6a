#include "searcher/match/written_words.h"

#include <algorithm>
#include <unordered_map>

namespace dateline {
namespace {

bool is_better(std::string_view word, std::string_view than) noexcept {
  if (than.empty() || word.size() != than.size()) return than.empty() || word.size() < than.size();
  return word < than;
}

}  // namespace

void WrittenWords::add_typed(const Condition& condition, Analyzer& analyzer) {
  for (const TextCondition* text : positive_texts(condition)) {
    if (text->form == TextForm::prefix || !text->stands_for.empty()) continue;
    for (const Token& token : analyzer.analyze(text->typed))
      words_.emplace(token.term, token.span.of(text->typed));
  }
}

void WrittenWords::look_up(const std::vector<std::string>& terms, const Snapshot& snapshot) {
  std::map<std::string, std::string, std::less<>> best;
  for (const auto& term : terms) {
    if (!words_.contains(term)) best.emplace(term, "");
  }
  if (best.empty()) return;
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s) {
    const Segment& segment = snapshot.segment(s);
    std::unordered_map<std::uint32_t, std::string*> wanted;
    for (auto& [term, word] : best) {
      if (const auto number = segment.terms.find(term)) wanted.emplace(*number, &word);
    }
    for (std::uint32_t i = 0; i < segment.words.size(); ++i) {
      const auto found = wanted.find(segment.term_of_word(i));
      if (found == wanted.end()) continue;
      const auto word = segment.words.text(i);
      if (is_better(word, *found->second)) *found->second = word;
    }
  }
  for (auto& [term, word] : best) {
    if (!word.empty()) words_.emplace(term, std::move(word));
  }
}

std::string WrittenWords::of(std::string_view term) const {
  const auto found = words_.find(term);
  return found == words_.end() ? std::string{term} : found->second;
}

std::string WrittenWords::of_all(std::string_view terms) const {
  std::string text;
  for (std::size_t begin = 0; begin < terms.size();) {
    const auto end = std::min(terms.find(' ', begin), terms.size());
    if (!text.empty()) text += ' ';
    text += of(terms.substr(begin, end - begin));
    begin = end + 1;
  }
  return text;
}

}  // namespace dateline
