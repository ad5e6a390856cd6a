#include "corpus/structure/word_class.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/structure/words_data.h"
#include "language/ascii.h"

namespace dateline {
namespace {

constexpr bool comes_before(const ClassedWord& a, const ClassedWord& b) noexcept {
  return std::pair{a.word_class, a.word} < std::pair{b.word_class, b.word};
}
static_assert(std::is_sorted(kClassedWords.begin(), kClassedWords.end(), comes_before),
              "the enumerators of WordClass stand in the order of their names");

bool contains(WordClass word_class, std::string_view word) noexcept {
  return std::binary_search(kClassedWords.begin(), kClassedWords.end(),
                            ClassedWord{word_class, word}, comes_before);
}

}  // namespace

bool word_is(WordClass word_class, std::string_view word) noexcept {
  std::array<char, 24> buffer{};
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.empty() || word.size() > buffer.size()) return false;
  std::transform(word.begin(), word.end(), buffer.begin(), ascii_lower);
  const std::string_view lower{buffer.data(), word.size()};
  if (contains(word_class, lower)) return true;
  return lower.size() > 3 && lower.ends_with('s') &&
         contains(word_class, lower.substr(0, lower.size() - 1));
}

bool has_word(WordClass word_class, std::string_view text) noexcept {
  constexpr std::string_view kBetween = " \t\r\n,;:/()-";
  while (true) {
    const auto begin = text.find_first_not_of(kBetween);
    if (begin == std::string_view::npos) return false;
    text.remove_prefix(begin);
    const auto size = std::min(text.find_first_of(kBetween), text.size());
    if (word_is(word_class, text.substr(0, size))) return true;
    text.remove_prefix(size);
  }
}

}  // namespace dateline
