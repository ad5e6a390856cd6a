#include "language/organizations/organization_index.h"

#include <algorithm>
#include <array>

#include "language/countries/name_edge.h"
#include "language/utf8.h"
#include "language/words/name_spelling.h"

namespace dateline::organizations {
namespace {

constexpr std::uint32_t kNoNode = 0;
constexpr std::size_t kLongestWord = 32;  // bytes; no name has a longer word

// How a name's words are joined: by a blank or a dash, by a comma, by a slash.
std::optional<unsigned> join_of(Gap gap) noexcept {
  switch (gap) {
    case Gap::kSpace:
    case Gap::kHyphen:
    case Gap::kHyphenSpace:
      return 0;
    case Gap::kComma:
      return 1;
    case Gap::kSlash:
      return 2;
    default:
      return std::nullopt;
  }
}

// "U.N." without its stops; empty when it is not single capitals with stops between them.
std::string_view without_stops(std::string_view word, std::array<char, kLongestWord>& buffer) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool stop = i % 2 == 1;
    if (stop ? word[i] != '.' : word[i] < 'A' || word[i] > 'Z') return {};
    if (!stop) buffer[size++] = word[i];
  }
  return {buffer.data(), size};
}

std::uint64_t pair_of(std::uint16_t organization, std::uint32_t word) noexcept {
  return (std::uint64_t{organization} << 32U) | word;
}

}  // namespace

Index::Index(const Table& table, const WordClasses& classes) : classes_{classes}, nodes_(1) {
  for (const auto& group : classes.spellings()) {
    const WordId id = intern(group.front());
    for (const auto spelled : group) add_spelling(spelled, id);
  }
  for (const auto& name : table.names()) add(name);
  for (const auto phrase : classes.blocks()) entry_for(phrase).block = true;
  for (const auto noun : classes.nouns()) entry_for(noun).noun = true;
  std::sort(organization_words_.begin(), organization_words_.end());
}

Index::WordId Index::intern(std::string_view spelled) {
  const auto known = words_.find(spelled);
  if (known != StringTable::kNotFound) return known;
  const auto id = static_cast<WordId>(roots_.size());
  roots_.push_back(kNoNode);
  add_spelling(spelled, id);
  return id;
}

void Index::add_spelling(std::string_view spelled, WordId id) {
  words_.insert(spellings_.emplace_back(spelled), id);
  capitals_.insert(spellings_.emplace_back(in_capitals(spelled)), id);
}

void Index::add(const Name& name) {
  entry_for(name.text).readings.push_back(&name);
  for (const Word& word : scan_words(name.text)) {
    const auto spelled = std::string_view{name.text}.substr(word.begin, word.size());
    organization_words_.push_back(pair_of(name.organization, intern(spelled)));
  }
}

Entry& Index::entry_for(std::string_view name) {
  std::uint32_t node = kNoNode;
  std::uint32_t nouns = 0;
  bool possessive = false;
  for (const Word& word : scan_words(name)) {
    const auto spelled = name.substr(word.begin, word.size());
    for (std::size_t i = 0; i < classes_.nouns().size(); ++i) {
      if (classes_.nouns()[i] == spelled) nouns |= std::uint32_t{1} << i;
    }
    const WordId id = intern(spelled);
    const auto join = join_of(word.gap).value_or(0);
    auto& next = node == kNoNode ? roots_[id] : children_[name_edge(node, join, possessive, id)];
    if (next == kNoNode) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      nodes_[node].goes_on = true;
    }
    node = next;
    possessive = word.possessive;
  }
  if (nodes_[node].entry == nullptr) {
    entries_.push_back({{},
                        nouns,
                        static_cast<std::uint32_t>(name.size()),
                        static_cast<std::uint32_t>(entries_.size()),
                        false,
                        false});
    nodes_[node].entry = &entries_.back();
  }
  return *nodes_[node].entry;
}

Index::Step Index::step(std::string_view text, const Word& word) const {
  if (word.size() > kLongestWord) return {};
  const auto raw = text.substr(word.begin, word.size());
  if (raw == "&") return {words_.find("and"), false, false};
  if (!word.plain) {
    const auto composed = composed_spelling(raw);
    if (const auto id = words_.find(composed); id != StringTable::kNotFound) return {id};
    return word.all_caps ? Step{capitals_.find(composed), true, false} : Step{};
  }
  if (const auto id = words_.find(raw); id != StringTable::kNotFound) return {id};
  if (!word.all_caps) return {};
  if (raw[1] == '.') {
    std::array<char, kLongestWord> buffer{};
    return {words_.find(without_stops(raw, buffer)), false, true};
  }
  return {capitals_.find(raw), true, false};
}

std::uint32_t Index::child(std::uint32_t node, const Word& word, bool after_possessive,
                           WordId id) const {
  const auto join = join_of(word.gap);
  if (!join) return kNoNode;
  const auto found = children_.find(name_edge(node, *join, after_possessive, id));
  return found == children_.end() ? kNoNode : found->second;
}

std::optional<Match> Index::longest(std::string_view text, std::span<const Word> words,
                                    std::size_t first) const {
  std::optional<Match> best;
  Match here;
  std::uint32_t node = kNoNode;
  for (std::size_t i = first; i < words.size(); ++i) {
    const Step taken = step(text, words[i]);
    if (taken.word == StringTable::kNotFound) break;
    node = i == first ? roots_[taken.word]
                      : child(node, words[i], words[i - 1].possessive, taken.word);
    if (node == kNoNode) break;
    here.by_capitals = here.by_capitals || taken.by_capitals;
    here.dotted = here.dotted || taken.dotted;
    if (nodes_[node].entry != nullptr) {
      here.entry = nodes_[node].entry;
      here.last_word = static_cast<std::uint32_t>(i);
      best = here;
    }
    if (!nodes_[node].goes_on) break;
  }
  return best;
}

bool Index::has_word(std::uint16_t organization, std::string_view text, const Word& word) const {
  const Step taken = step(text, word);
  return taken.word != StringTable::kNotFound &&
         std::binary_search(organization_words_.begin(), organization_words_.end(),
                            pair_of(organization, taken.word));
}

}  // namespace dateline::organizations
