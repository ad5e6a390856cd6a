#include "language/countries/lexicon_index.h"

#include <array>

#include "language/ascii.h"
#include "language/countries/name_edge.h"
#include "language/utf8.h"
#include "language/words/name_spelling.h"

namespace dateline {
namespace {

constexpr std::uint32_t kNoNode = 0;

// Which of the ways to join a surface's words a gap is: plain, after a stop (St. Kitts), after a
// comma.
unsigned join_of(Gap gap) noexcept {
  switch (gap) {
    case Gap::kSpace:
    case Gap::kHyphen:
      return 0;
    case Gap::kDot:
      return 1;
    case Gap::kComma:
      return 2;
    default:
      return 3;
  }
}

}  // namespace

LexiconIndex::LexiconIndex() : nodes_(1) {
  for (const auto& entry : lexicon_entries()) add(entry);
  for (const auto& word : lexicon_words()) {
    classed_.insert(word.word, static_cast<std::uint32_t>(&word - lexicon_words().data()));
  }
}

LexiconIndex::LexiconIndex(std::span<const LexiconEntry> entries) : nodes_(1) {
  for (const auto& entry : entries) add(entry);
}

LexiconIndex::WordId LexiconIndex::intern(std::string_view spelled) {
  const auto known = words_.find(spelled);
  if (known != StringTable::kNotFound) return known;
  const auto id = static_cast<WordId>(roots_.size());
  roots_.push_back(kNoNode);
  words_.insert(spellings_.emplace_back(spelled), id);
  capitals_.insert(spellings_.emplace_back(in_capitals(spelled)), id);
  return id;
}

void LexiconIndex::add(const LexiconEntry& entry) {
  std::uint32_t node = kNoNode;
  bool possessive = false;
  for (const Word& word : scan_words(entry.surface)) {
    const auto spelled = entry.surface.substr(word.begin, word.size());
    const WordId id = intern(spelled);
    begins_small_ = begins_small_ || (node == kNoNode && !word.capital);
    auto& next = node == kNoNode ? roots_[id]
                                 : children_[name_edge(node, join_of(word.gap), possessive, id)];
    if (next == kNoNode) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      nodes_[node].goes_on = true;
    }
    node = next;
    possessive = word.possessive;
  }
  nodes_[node].entry = &entry;
  nodes_[node].ends_in_possessive = possessive;
}

LexiconIndex::Step LexiconIndex::step(std::string_view text, const Word& word) const {
  if (word.size() > kLongestNameWord) return {};
  const auto raw = text.substr(word.begin, word.size());
  if (raw == "&") return {words_.find("and"), false};
  std::string composed;
  if (!word.plain) composed = composed_spelling(raw);
  const std::string_view spelled = word.plain ? raw : std::string_view{composed};
  if (const auto id = words_.find(spelled); id != StringTable::kNotFound) return {id, false};
  if (word.all_caps) return {capitals_.find(spelled), true};
  return {};
}

std::uint32_t LexiconIndex::child(std::uint32_t node, Gap gap, bool after_possessive,
                                  WordId word) const {
  const auto join = join_of(gap);
  if (join > 2) return kNoNode;
  const auto found = children_.find(name_edge(node, join, after_possessive, word));
  return found == children_.end() ? kNoNode : found->second;
}

std::optional<PhraseMatch> LexiconIndex::longest(std::string_view text, std::span<const Word> words,
                                                 std::size_t first) const {
  std::optional<PhraseMatch> best;
  bool by_capitals = false;
  std::uint32_t node = kNoNode;
  for (std::size_t i = first; i < words.size(); ++i) {
    const Step taken = step(text, words[i]);
    if (taken.word == StringTable::kNotFound) break;
    node = i == first ? roots_[taken.word]
                      : child(node, words[i].gap, words[i - 1].possessive, taken.word);
    if (node == kNoNode) break;
    by_capitals = by_capitals || taken.by_capitals;
    const Node& here = nodes_[node];
    if (here.entry != nullptr && (!here.ends_in_possessive || words[i].possessive)) {
      best = PhraseMatch{here.entry, static_cast<std::uint32_t>(i), by_capitals};
    }
    if (!here.goes_on) break;
  }
  return best;
}

const LexiconEntry* LexiconIndex::phrase(std::string_view head, std::string_view text,
                                         std::span<const Word> tail) const {
  const auto first = words_.find(head);
  if (first == StringTable::kNotFound) return nullptr;
  std::uint32_t node = roots_[first];
  for (const Word& word : tail) {
    const Step taken = step(text, word);
    if (taken.word == StringTable::kNotFound || node == kNoNode) return nullptr;
    node = child(node, Gap::kSpace, false, taken.word);
  }
  return nodes_[node].entry;
}

std::uint64_t LexiconIndex::classes(std::string_view word) const {
  std::array<char, kLongestNameWord> lower{};
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
