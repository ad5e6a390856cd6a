#include "language/spellings/cyrillic_spelling.h"

#include <algorithm>
#include <utility>

#include "language/spellings/variant_rows.h"

namespace dateline {
namespace {

constexpr std::string_view kVowels = "aeiouy";

bool is_vowel(char c) noexcept { return kVowels.find(c) != std::string_view::npos; }

bool stands_before(CyrillicContext context, std::string_view before) noexcept {
  const bool at_start = before.empty() || before.back() == '-';
  const char last = at_start ? '-' : before.back();
  switch (context) {
    case CyrillicContext::start:
      return at_start;
    case CyrillicContext::vowel:
      return !at_start && (is_vowel(last) || before.ends_with("ë"));
    case CyrillicContext::hush:
      return before.ends_with("ch") || before.ends_with("sh") || before.ends_with("zh");
    case CyrillicContext::hard:
      return !at_start && std::string_view{"ckstz"}.find(last) == std::string_view::npos;
    default:
      return true;
  }
}

bool stands_after(CyrillicContext context, std::string_view after) noexcept {
  const bool at_end = after.empty() || after.front() == '-';
  switch (context) {
    case CyrillicContext::end:
      return at_end;
    case CyrillicContext::closed:
      return at_end || !(is_vowel(after.front()) || after.starts_with("ë"));
    default:
      return true;
  }
}

const CyrillicSpelling* rule_at(std::string_view word, std::size_t at) noexcept {
  for (const auto& rule : cyrillic_spelling_rows()) {
    if (!word.substr(at).starts_with(rule.letters)) continue;
    if (stands_before(rule.before, word.substr(0, at)) &&
        stands_after(rule.after, word.substr(at + rule.letters.size()))) {
      return &rule;
    }
  }
  return nullptr;
}

// A spelling so far, and by how much it departs from the most usual one.
struct Draft {
  std::string text;
  std::size_t departure = 0;
};

// Every draft with every spelling of a rule, the most usual ones.
std::vector<Draft> extended(const std::vector<Draft>& drafts, std::string_view spellings,
                            std::size_t most) {
  std::vector<Draft> longer;
  std::size_t rank = 0;
  for (std::size_t begin = 0; begin <= spellings.size(); ++rank) {
    const auto end = std::min(spellings.find('|', begin), spellings.size());
    for (const auto& draft : drafts) {
      auto text = draft.text;
      text += spellings.substr(begin, end - begin);
      longer.push_back({std::move(text), draft.departure + rank});
    }
    begin = end + 1;
  }
  std::stable_sort(longer.begin(), longer.end(),
                   [](const Draft& a, const Draft& b) { return a.departure < b.departure; });
  if (longer.size() > most) longer.resize(most);
  return longer;
}

// Whether one of `runs`, parted by spaces, is in the word.
bool has_any(std::string_view word, std::string_view runs) noexcept {
  for (std::size_t begin = 0; begin < runs.size();) {
    const auto end = std::min(runs.find(' ', begin), runs.size());
    if (word.find(runs.substr(begin, end - begin)) != std::string_view::npos) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::string_view cyrillic_romanization(std::string_view word) noexcept {
  for (const auto& alphabet : cyrillic_alphabets()) {
    if (alphabet.letters.empty() || has_any(word, alphabet.letters)) return alphabet.romanization;
  }
  return "Russian-Latin/BGN";
}

std::vector<std::string> cyrillic_spellings(std::string_view romanized, std::size_t most) {
  std::vector<Draft> drafts{Draft{}};
  for (std::size_t at = 0; at < romanized.size();) {
    if (const auto* rule = rule_at(romanized, at)) {
      drafts = extended(drafts, rule->spellings, most);
      at += rule->letters.size();
    } else {
      for (auto& draft : drafts) draft.text += romanized[at];
      ++at;
    }
  }
  std::vector<std::string> spellings;
  spellings.reserve(drafts.size());
  for (auto& draft : drafts) spellings.push_back(std::move(draft.text));
  return spellings;
}

}  // namespace dateline
