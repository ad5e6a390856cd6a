#include "language/words/phrase_trie.h"

#include <array>

#include "language/ascii.h"
#include "language/utf8.h"
#include "language/words/name_spelling.h"

namespace dateline {
namespace {

// What joins two words of a phrase: a blank or a hyphen, or one of the marks.
enum class Join : std::uint8_t { plain, dot, comma, slash };

constexpr std::optional<Join> join_of(Gap gap, bool broken_hyphens) noexcept {
  switch (gap) {
    case Gap::kSpace:
    case Gap::kHyphen:
      return Join::plain;
    case Gap::kHyphenSpace:
      return broken_hyphens ? std::optional{Join::plain} : std::nullopt;
    case Gap::kDot:
      return Join::dot;
    case Gap::kComma:
      return Join::comma;
    case Gap::kSlash:
      return Join::slash;
    default:
      return std::nullopt;
  }
}

// The step from a node to a next word. Requires node < 2^29.
constexpr std::uint64_t edge(std::uint32_t node, Join join, bool after_possessive,
                             std::uint32_t word) noexcept {
  const std::uint64_t way = static_cast<std::uint64_t>(join) * 2 + (after_possessive ? 1 : 0);
  return (std::uint64_t{node} << 35U) | (way << 32U) | word;
}

// "U.N." without its stops; empty when it is not single capitals with stops between them.
std::string_view without_stops(std::string_view word,
                               std::array<char, PhraseTrie::kMaxWordBytes>& buffer) noexcept {
  std::size_t size = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool stop = i % 2 == 1;
    if (stop ? word[i] != '.' : !is_ascii_capital(word[i])) return {};
    if (!stop) buffer[size++] = word[i];
  }
  return {buffer.data(), size};
}

}  // namespace

std::uint32_t PhraseTrie::add_word(std::string_view word) {
  const auto known = words_.find(word);
  if (known != kNone) return known;
  const auto number = static_cast<std::uint32_t>(first_nodes_.size());
  first_nodes_.push_back(kRoot);
  add_spelling(word, number);
  return number;
}

void PhraseTrie::add_spelling(std::string_view spelled, std::uint32_t word) {
  words_.insert(spellings_.emplace_back(spelled), word);
  capitals_.insert(spellings_.emplace_back(in_capitals(spelled)), word);
}

std::uint32_t& PhraseTrie::value(std::string_view phrase, std::span<const Word> words) {
  std::uint32_t node = kRoot;
  bool possessive = false;
  for (const Word& word : words) {
    const auto number = add_word(phrase.substr(word.begin, word.size()));
    const auto join = join_of(word.gap, true).value_or(Join::plain);
    auto& next =
        node == kRoot ? first_nodes_[number] : edges_[edge(node, join, possessive, number)];
    if (next == kRoot) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      nodes_[node].goes_on = true;
    }
    node = next;
    possessive = word.possessive;
  }
  nodes_[node].ends_in_possessive = possessive;
  return nodes_[node].value;
}

PhraseTrie::KnownWord PhraseTrie::known_word(std::string_view text, const Word& word) const {
  if (word.size() > kMaxWordBytes) return {};
  const auto raw = text.substr(word.begin, word.size());
  if (raw == "&") return {words_.find("and")};
  if (!word.plain) {
    const auto composed = composed_spelling(raw);
    if (const auto number = words_.find(composed); number != kNone) return {number};
    return word.all_caps ? KnownWord{capitals_.find(composed), true} : KnownWord{};
  }
  if (const auto number = words_.find(raw); number != kNone) return {number};
  if (!word.all_caps) return {};
  if (spelling_.dotted_capitals && raw[1] == '.') {
    std::array<char, kMaxWordBytes> buffer{};
    return {words_.find(without_stops(raw, buffer)), false, true};
  }
  return {capitals_.find(raw), true};
}

std::uint32_t PhraseTrie::child(std::uint32_t node, Gap gap, bool after_possessive,
                                std::uint32_t word) const {
  const auto join = join_of(gap, spelling_.broken_hyphens);
  if (!join) return kRoot;
  const auto found = edges_.find(edge(node, *join, after_possessive, word));
  return found == edges_.end() ? kRoot : found->second;
}

std::optional<PhraseTrie::Match> PhraseTrie::longest(std::string_view text,
                                                     std::span<const Word> words,
                                                     std::size_t first) const {
  std::optional<Match> best;
  Match here;
  std::uint32_t node = kRoot;
  for (std::size_t i = first; i < words.size(); ++i) {
    const auto word = known_word(text, words[i]);
    if (word.number == kNone) break;
    node = i == first ? first_nodes_[word.number]
                      : child(node, words[i].gap, words[i - 1].possessive, word.number);
    if (node == kRoot) break;
    here.by_capitals = here.by_capitals || word.by_capitals;
    here.dotted = here.dotted || word.dotted;
    const Node& reached = nodes_[node];
    if (reached.value != kNone && (!reached.ends_in_possessive || words[i].possessive)) {
      here.value = reached.value;
      here.last_word = static_cast<std::uint32_t>(i);
      best = here;
    }
    if (!reached.goes_on) break;
  }
  return best;
}

std::uint32_t PhraseTrie::find(std::string_view head, std::string_view text,
                               std::span<const Word> tail) const {
  const auto first = words_.find(head);
  if (first == kNone) return kNone;
  std::uint32_t node = first_nodes_[first];
  for (const Word& word : tail) {
    const auto known = known_word(text, word);
    if (known.number == kNone || node == kRoot) return kNone;
    node = child(node, Gap::kSpace, false, known.number);
  }
  return nodes_[node].value;
}

}  // namespace dateline
