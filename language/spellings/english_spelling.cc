#include "language/spellings/english_spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "language/spellings/variant_rows.h"

namespace dateline {
namespace {

constexpr std::size_t kShortestStem = 3;
constexpr std::size_t kLongestWord = 48;
// Shorter verbs have s or z in their root (rise, size, prize).
constexpr std::size_t kShortestVerb = 6;

const SpellingRow* find_row(SpellingKind kind, std::string_view from) noexcept {
  const auto rows = spelling_rows(kind);
  const auto at = std::partition_point(rows.begin(), rows.end(),
                                       [&](const SpellingRow& row) { return row.from < from; });
  return at != rows.end() && at->from == from ? &*at : nullptr;
}

std::optional<std::string> by_stem(std::string_view word) {
  // Of several words the stem must reach into the last: "per cent", but not "labour party".
  const auto last_word = word.rfind(' ');
  const auto shortest = last_word == std::string_view::npos ? kShortestStem : last_word + 2;
  for (auto length = word.size(); length >= shortest; --length) {
    if (const auto* row = find_row(SpellingKind::stem, word.substr(0, length))) {
      return std::string{row->to}.append(word.substr(length));
    }
  }
  return std::nullopt;
}

std::optional<std::string> by_double_l(std::string_view word) {
  constexpr std::array<std::string_view, 7> kEndings{"ed", "ing", "ings", "er", "ers", "or", "ors"};
  for (const auto ending : kEndings) {
    if (!word.ends_with(ending)) continue;
    const auto root = word.substr(0, word.size() - ending.size());
    if (const auto* row = find_row(SpellingKind::double_l, root)) {
      return std::string{row->to}.append(ending);
    }
  }
  return std::nullopt;
}

bool is_english_vowel(char c) noexcept {
  return std::string_view{"aeiou"}.find(c) != std::string_view::npos;
}

// Whether the -ise or -ize that `verb` ends in is a suffix, and not a part of its root.
bool has_verb_suffix(std::string_view verb) noexcept {
  if (verb.size() < kShortestVerb) return false;
  const char before = verb[verb.size() - 4];
  // After most vowels it is a root: raise, noise, cruise; but europeanise, and ghettoise is rare.
  if (is_english_vowel(before)) return false;
  if (verb.ends_with("ize")) return find_row(SpellingKind::keep_z, verb) == nullptr;
  const auto endings = spelling_rows(SpellingKind::keep_s_end);
  return find_row(SpellingKind::keep_s, verb) == nullptr &&
         std::none_of(endings.begin(), endings.end(),
                      [&](const auto& row) { return verb.ends_with(row.from); });
}

// A word in s or z, and where that letter stands.
struct SuffixLetter {
  std::size_t at;
  char other;
};

std::optional<SuffixLetter> suffix_letter(std::string_view word) {
  constexpr std::array<std::string_view, 10> kEndings{"e",   "es",    "ed",     "ing",     "er",
                                                      "ers", "ation", "ations", "ational", "able"};
  for (const auto ending : kEndings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 4) continue;
    const auto at = word.size() - ending.size() - 1;
    if (word[at] == 's' || word[at] == 'z') return SuffixLetter{at, word[at] == 's' ? 'z' : 's'};
  }
  return std::nullopt;
}

// organise, organisation, analysed; and the same with z.
std::optional<std::string> by_suffix(std::string_view word) {
  const auto letter = suffix_letter(word);
  if (!letter) return std::nullopt;
  const auto verb = std::string{word.substr(0, letter->at + 1)} + 'e';
  const bool verb_in_ise = verb[letter->at - 1] == 'i' && has_verb_suffix(verb);
  const bool verb_in_yse =
      letter->at >= 3 && verb.substr(letter->at - 2, 2) == "ly" && verb.size() >= kShortestVerb;
  if (!verb_in_ise && !verb_in_yse) return std::nullopt;
  std::string other{word};
  other[letter->at] = letter->other;
  return other;
}

}  // namespace

std::vector<std::string> english_spellings(std::string_view key) {
  if (key.size() < kShortestStem || key.size() > kLongestWord) return {};
  std::vector<std::string> spellings;
  const auto add = [&](std::optional<std::string> spelling) {
    if (spelling) spellings.push_back(*std::move(spelling));
  };
  if (const auto* row = find_row(SpellingKind::word, key)) spellings.emplace_back(row->to);
  add(by_stem(key));
  if (key.find(' ') != std::string_view::npos) return spellings;  // the rest is for single words
  if (!spellings.empty()) add(by_suffix(spellings.back()));
  add(by_double_l(key));
  add(by_suffix(key));
  return spellings;
}

}  // namespace dateline
