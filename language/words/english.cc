#include "language/words/english.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "language/ascii.h"
#include "language/words/string_table.h"

namespace dateline {
namespace {

constexpr std::string_view kTable =
#include "function_words.inc"
    ;

constexpr std::size_t kMaxBytes = 1024;
constexpr std::size_t kMaxWordBytes = 12;
constexpr std::uint32_t kEnough = 4;       // English words that settle it
constexpr std::uint32_t kPlainWords = 10;  // words in small letters, none of them English
constexpr std::size_t kMaxLanguages = 32;

std::string_view take_until(std::string_view& text, char separator) noexcept {
  const auto end = std::min(text.find(separator), text.size());
  const auto head = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return head;
}

/// Frequent words, and a bit for each language that has one. Bit 0 is English.
class FunctionWords {
 public:
  static const FunctionWords& built_in() {
    static const FunctionWords words(kTable);
    return words;
  }
  [[nodiscard]] std::uint32_t languages_of(std::string_view word) const {
    const auto found = words_.find(word);
    return found == StringTable::kNotFound ? 0 : languages_[found];
  }

 private:
  explicit FunctionWords(std::string_view table) {
    std::uint32_t language = 1;
    while (!table.empty()) {
      auto row = take_until(table, '\n');
      if (row.empty() || row.front() == '#') continue;
      take_until(row, '\t');
      auto words = take_until(row, '\t');
      while (!words.empty()) add(take_until(words, ' '), language);
      language <<= 1U;
    }
  }
  void add(std::string_view word, std::uint32_t language) {
    const auto next = static_cast<std::uint32_t>(languages_.size());
    const auto number = words_.insert(word, next);
    if (number == next) languages_.push_back(0);
    languages_[number] |= language;
  }

  StringTable words_;
  std::vector<std::uint32_t> languages_;  // by the number of the word
};

/// What has been counted of a text.
struct Counts {
  std::uint32_t letters = 0;
  std::uint32_t other_letters = 0;   ///< of scripts that are not Latin
  std::uint32_t small_words = 0;     ///< three letters and more, all small
  std::uint32_t marked_letters = 0;  ///< Latin beyond ASCII
  std::uint32_t english = 0;
  std::array<std::uint32_t, kMaxLanguages> foreign{};

  [[nodiscard]] std::uint32_t most_foreign() const noexcept {
    return *std::max_element(foreign.begin(), foreign.end());
  }
};

// A byte that begins a character, or is one, of a word; continuation bytes belong to theirs.
bool is_word_byte(unsigned char c) noexcept {
  return c >= 0x80 || is_ascii_letter(static_cast<char>(c));
}

// Greek, Cyrillic and whatever lies behind them, but not general punctuation.
bool begins_other_script(unsigned char c) noexcept { return c >= 0xCE && c != 0xE2 && c < 0xF8; }

void count_word(std::string_view word, Counts& counts) {
  std::array<char, kMaxWordBytes> lower{};
  const bool fits = word.size() <= lower.size();
  bool small = word.size() >= 3;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (fits) lower[i] = ascii_lower(word[i]);
    if ((c & 0xC0U) == 0x80U) continue;
    ++counts.letters;
    if (begins_other_script(c)) ++counts.other_letters;
    if (c >= 0xC3 && c < 0xCE) ++counts.marked_letters;
    small = small && !is_ascii_capital(word[i]);
  }
  if (small) ++counts.small_words;
  if (!fits) return;
  const auto languages = FunctionWords::built_in().languages_of({lower.data(), word.size()});
  if ((languages & 1U) != 0) ++counts.english;
  for (std::size_t k = 1; languages >> k != 0; ++k) {
    if ((languages >> k & 1U) != 0) ++counts.foreign[k];
  }
}

bool is_settled(const Counts& counts) noexcept {
  return counts.english >= kEnough && counts.letters >= kLettersToJudge &&
         counts.english > 2 * counts.most_foreign() && counts.other_letters * 4 < counts.letters;
}

Counts count_words(std::string_view text) {
  Counts counts;
  text = text.substr(0, kMaxBytes);
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word_byte(static_cast<unsigned char>(text[i]))) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && is_word_byte(static_cast<unsigned char>(text[i]))) ++i;
    const std::uint32_t before = counts.english;
    count_word(text.substr(begin, i - begin), counts);
    if (counts.english > before && is_settled(counts)) break;
  }
  return counts;
}

}  // namespace

Judgement judge_language(std::string_view text) {
  const Counts counts = count_words(text);
  if (counts.letters < kLettersToJudge) return Judgement::too_short;
  if (counts.other_letters * 2 > counts.letters) return Judgement::foreign;
  const std::uint32_t foreign = counts.most_foreign();
  constexpr std::uint32_t kSomeWords = 3;
  if (foreign >= kSomeWords && foreign > 2 * counts.english) return Judgement::foreign;
  const bool other_letters = counts.marked_letters * 50 > counts.letters;
  if (counts.english == 0 && counts.small_words >= kPlainWords && (foreign > 1 || other_letters)) {
    return Judgement::foreign;
  }
  return Judgement::english;
}

}  // namespace dateline
