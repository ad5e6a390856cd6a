#include "searcher/spell/spelling.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "language/utf8.h"
#include "searcher/query/query_characters.h"

namespace dateline {

namespace {

bool has_digit(std::string_view word) noexcept {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool may_be_misspelled(std::string_view word) {
  return word.size() <= kLongestCompared && !has_digit(word) &&
         count_word_characters(word) >= Spelling::kShortestWord;
}

std::string_view first_letter(std::string_view word) noexcept {
  std::size_t i = 0;
  if (!word.empty()) (void)next_code_point(word, i);
  return word.substr(0, i);
}

}  // namespace

SpellingTest::SpellingTest(std::string_view word, std::size_t most)
    : word_(word),
      most_(most),
      pattern_(word_),
      beginning_(first_letter(word)),
      is_long_(pattern_.size() >= Spelling::kLongWord) {}

std::optional<SpellingCandidate> SpellingTest::look_at(std::string_view other) const {
  const bool other_beginning = !other.starts_with(beginning_);
  if (other_beginning && !is_long_) return std::nullopt;
  // More bytes than letters can only be in words with other letters than ASCII.
  if (other.size() > word_.size() + most_ && is_ascii(other)) return std::nullopt;
  const auto distance = pattern_.distance(other, most_);
  if (distance > most_ || distance == 0 || has_digit(other)) return std::nullopt;
  return SpellingCandidate{std::string{other}, {}, distance, other_beginning};
}

std::vector<SpellingCandidate> SpellingIndex::candidates(const SpellingTest& test) const {
  std::vector<SpellingCandidate> found;
  for (std::size_t s = 0; s < snapshot_.segment_count(); ++s) {
    const auto& segment = snapshot_.segment(s);
    for (std::uint32_t id = 0; id < segment.words.size(); ++id) {
      auto candidate = test.look_at(segment.words.text(id));
      if (!candidate) continue;
      candidate->term = segment.terms.text(segment.term_of_word(id));
      found.push_back(std::move(*candidate));
    }
  }
  return found;
}

std::string SpellingIndex::term_of(std::string_view word) const {
  for (std::size_t s = 0; s < snapshot_.segment_count(); ++s) {
    const auto& segment = snapshot_.segment(s);
    if (const auto id = segment.words.find(word))
      return std::string{segment.terms.text(segment.term_of_word(*id))};
  }
  return {};
}

std::uint64_t SpellingIndex::documents_of(std::string_view term, DocumentKind kind) const {
  std::uint64_t documents = 0;
  for (const auto& lists : lists_) documents += lists.document_frequency(std::string{term}, kind);
  return documents;
}

// Goes through the candidates ring by ring, the nearest first: when nearer rings give enough words,
// the documents of farther ones are not counted.
std::vector<SpellingSuggestion> Spelling::ranked(std::vector<SpellingCandidate> candidates,
                                                 DocumentKind kind, std::size_t limit) const {
  prepare(candidates, kind);
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return std::tie(a.distance, a.other_beginning, a.word) <
           std::tie(b.distance, b.other_beginning, b.word);
  });
  std::vector<SpellingSuggestion> suggestions;
  std::unordered_set<std::string_view> terms;
  for (std::size_t begin = 0; begin < candidates.size() && suggestions.size() < limit;) {
    const auto ring = suggestions.size();
    auto end = begin;
    for (; end < candidates.size() && candidates[end].distance == candidates[begin].distance &&
           candidates[end].other_beginning == candidates[begin].other_beginning;
         ++end) {
      const auto& candidate = candidates[end];
      if (!terms.insert(candidate.term).second) continue;
      const auto documents = documents_of(candidate.term, kind);
      if (documents == 0) continue;
      suggestions.push_back({std::string{candidate.word}, candidate.distance, documents});
    }
    std::stable_sort(suggestions.begin() + static_cast<std::ptrdiff_t>(ring), suggestions.end(),
                     [](const auto& a, const auto& b) { return a.documents > b.documents; });
    begin = end;
  }
  if (suggestions.size() > limit) suggestions.resize(limit);
  return suggestions;
}

std::vector<SpellingSuggestion> Spelling::near(std::string_view folded_word, DocumentKind kind,
                                               std::size_t limit) const {
  if (!may_be_misspelled(folded_word)) return {};
  const std::size_t most = count_word_characters(folded_word) >= kLongWord ? 2 : 1;
  return ranked(candidates({folded_word, most}), kind, limit);
}

std::optional<SpellingSuggestion> Spelling::better(std::string_view folded_word,
                                                   DocumentKind kind) const {
  if (!may_be_misspelled(folded_word)) return std::nullopt;
  const auto term = term_of(folded_word);
  const auto documents = term.empty() ? 0 : documents_of(term, kind);
  if (documents == 0 || documents > kRareDocuments) return std::nullopt;
  auto near = candidates({folded_word, 1});
  std::erase_if(near, [&](const SpellingCandidate& candidate) {
    return candidate.term == term || candidate.other_beginning;
  });
  auto suggestions = ranked(std::move(near), kind, 1);
  if (suggestions.empty() || suggestions.front().documents < kMuchCommoner * documents) {
    return std::nullopt;
  }
  return std::move(suggestions.front());
}

}  // namespace dateline
