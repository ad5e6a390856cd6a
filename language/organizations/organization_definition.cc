#include "language/organizations/organization_definition.h"

#include <algorithm>
#include <string>

#include "language/ascii.h"

namespace dateline::organizations {
namespace {

using WordIndex = Text::WordIndex;

constexpr std::size_t kLongestLinkWord = 4;  // bytes of "of", "the", "and", "for", "with"

bool in_brackets(const Text& text, const Candidate& candidate) {
  const auto begin = text.word_at(candidate.first_word)->begin;
  const auto end = text.word_at(candidate.last_word)->end;
  return begin > 0 && text.text()[begin - 1] == '(' && end < text.text().size() &&
         text.text()[end] == ')';
}

// The capitals of an abbreviation without its stops; empty when it has other letters.
std::string capitals_of(std::string_view word) {
  std::string letters;
  for (const char c : word) {
    if (is_ascii_capital(c)) {
      letters += c;
    } else if (c != '.') {
      return {};
    }
  }
  return letters;
}

bool is_link(const Text& text, WordIndex i) {
  const auto word = text.word(i);
  return !word.empty() && word.size() <= kLongestLinkWord && !text.capital(i);
}

// The first word of the phrase that ends before `end` and whose initials are `letters`.
std::optional<WordIndex> phrase_spelling(const Text& text, std::string_view letters,
                                         WordIndex end) {
  std::size_t links = 0;
  WordIndex i = end - 1;
  for (std::size_t left = letters.size(); left > 0; --i) {
    if (is_link(text, i) && ++links <= letters.size()) continue;
    const auto word = text.word(i);
    if (word.empty() || word.front() != letters[left - 1]) return std::nullopt;
    --left;
  }
  return i + 1;
}

// Whether more than half of the phrase's words stand in names of the organization.
bool is_mostly(const Text& text, std::uint16_t organization, WordIndex first, WordIndex end) {
  std::ptrdiff_t known = 0;
  std::ptrdiff_t all = 0;
  for (WordIndex i = first; i < end; ++i) {
    if (is_link(text, i)) continue;
    ++all;
    if (text.index().has_word(organization, text.text(), *text.word_at(i))) ++known;
  }
  return known * 2 > all;
}

std::optional<Definition> named_before(const Candidate& before, const Candidate& candidate) {
  for (const Name* reading : candidate.entry->readings) {
    const auto& names = before.entry->readings;
    const bool same = std::any_of(names.begin(), names.end(), [reading](const Name* name) {
      return name->organization == reading->organization;
    });
    if (same) return Definition{reading->organization};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Definition> definition_of(const Text& text, std::size_t candidate) {
  const Candidate& found = text.candidates()[candidate];
  if (found.entry->readings.empty() || !in_brackets(text, found)) return std::nullopt;
  if (candidate > 0) {
    const Candidate& before = text.candidates()[candidate - 1];
    if (before.last_word + 1 == found.first_word) {
      if (const auto known = named_before(before, found)) return known;
    }
  }
  const auto letters = capitals_of(text.word(found.first_word));
  if (letters.size() < 2 || found.first_word != found.last_word) return std::nullopt;
  const WordIndex end = found.first_word;
  const auto first = phrase_spelling(text, letters, end);
  if (!first) return std::nullopt;
  for (const Name* reading : found.entry->readings) {
    if (is_mostly(text, reading->organization, *first, end)) {
      return Definition{reading->organization};
    }
  }
  return Definition{};
}

}  // namespace dateline::organizations
