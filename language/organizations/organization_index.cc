#include "language/organizations/organization_index.h"

#include <algorithm>

namespace dateline::organizations {
namespace {

constexpr PhraseSpelling kNameSpelling{.broken_hyphens = true, .dotted_capitals = true};

std::uint64_t pair_of(std::uint16_t organization, std::uint32_t word) noexcept {
  return (std::uint64_t{organization} << 32U) | word;
}

}  // namespace

Index::Index(const Table& table, const WordClasses& classes)
    : classes_{classes}, names_{kNameSpelling} {
  for (const auto& group : classes.spellings()) {
    const auto word = names_.add_word(group.front());
    for (const auto spelled : group) names_.add_spelling(spelled, word);
  }
  for (const auto& name : table.names()) add(name);
  for (const auto phrase : classes.blocks()) entry_for(phrase, scan_words(phrase)).block = true;
  for (const auto noun : classes.nouns()) entry_for(noun, scan_words(noun)).noun = true;
  std::sort(organization_words_.begin(), organization_words_.end());
}

void Index::add(const Name& name) {
  const auto words = scan_words(name.text);
  entry_for(name.text, words).readings.push_back(&name);
  for (const Word& word : words) {
    const auto spelled = std::string_view{name.text}.substr(word.begin, word.size());
    organization_words_.push_back(pair_of(name.organization, names_.add_word(spelled)));
  }
}

Entry& Index::entry_for(std::string_view name, std::span<const Word> words) {
  auto& number = names_.value(name, words);
  if (number != PhraseTrie::kNone) return entries_[number];
  number = static_cast<std::uint32_t>(entries_.size());
  auto& entry = entries_.emplace_back();
  entry.size_bytes = static_cast<std::uint32_t>(name.size());
  entry.number = number;
  for (const Word& word : words) {
    const auto spelled = name.substr(word.begin, word.size());
    for (std::size_t i = 0; i < classes_.nouns().size(); ++i) {
      if (classes_.nouns()[i] == spelled) entry.nouns |= std::uint32_t{1} << i;
    }
  }
  return entry;
}

std::optional<Match> Index::longest(std::string_view text, std::span<const Word> words,
                                    std::size_t first) const {
  const auto match = names_.longest(text, words, first);
  if (!match) return std::nullopt;
  return Match{&entries_[match->value], match->last_word, match->by_capitals, match->dotted};
}

bool Index::has_word(std::uint16_t organization, std::string_view text, const Word& word) const {
  const auto known = names_.known_word(text, word).number;
  return known != PhraseTrie::kNone &&
         std::binary_search(organization_words_.begin(), organization_words_.end(),
                            pair_of(organization, known));
}

}  // namespace dateline::organizations
