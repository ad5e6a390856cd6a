#include "language/words/text_language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// A word of at most five bytes as a number.
using PackedWord = std::uint64_t;
constexpr std::size_t kLongest = 5;

constexpr PackedWord with_letter(PackedWord word, char c) noexcept {
  return word << 8U | static_cast<unsigned char>(c);
}

// Small words of English that are no words of its neighbours, or hardly any.
constexpr auto kEnglishWords = [] {
  constexpr std::array<std::string_view, 24> kWords{
      "about", "after", "and",  "are", "been", "but",   "from",  "has",
      "his",   "its",   "not",  "of",  "that", "the",   "their", "there",
      "these", "they",  "this", "to",  "were", "which", "with",  "would"};
  std::array<PackedWord, kWords.size()> packed{};
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    for (const char c : kWords.at(i)) packed.at(i) = with_letter(packed.at(i), c);
  }
  std::sort(packed.begin(), packed.end());
  return packed;
}();

struct EnglishShare {
  std::size_t words = 0;
  std::size_t english = 0;
};

EnglishShare english_share(std::string_view text) noexcept {
  constexpr std::size_t kMaxBytes = 2048;
  text = text.substr(0, kMaxBytes);
  EnglishShare count;
  PackedWord word = 0;
  std::size_t size = 0;
  const auto end_word = [&] {
    if (size == 0) return;
    ++count.words;
    if (size <= kLongest && std::binary_search(kEnglishWords.begin(), kEnglishWords.end(), word)) {
      ++count.english;
    }
    size = 0;
    word = 0;
  };
  for (const char c : text) {
    const bool letter = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    if (!letter) {
      end_word();
    } else if (size++ < kLongest) {
      word = with_letter(word, ascii_lower(c));
    }
  }
  end_word();
  return count;
}

// Never true of other languages; short texts and lists may be English without it.
bool has_english_words(std::string_view text) noexcept {
  const auto [words, english] = english_share(text);
  return english >= 2 && english * 8 >= words;
}

// How many letters of the text are Latin, and how many of other scripts.
struct LetterCount {
  std::size_t latin = 0;
  std::size_t other = 0;
};
LetterCount count_letters(std::string_view text) {
  LetterCount count;
  text = text.substr(0, floor_code_point(text, std::min(text.size(), kLanguageBytes)));
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      if (is_ascii_letter(text[i])) ++count.latin;
      ++i;
      continue;
    }
    const auto c = static_cast<UChar32>(next_code_point(text, i));
    if (u_isalpha(c) == 0) continue;
    UErrorCode error = U_ZERO_ERROR;
    const auto script = uscript_getScript(c, &error);
    ++(script == USCRIPT_LATIN || script == USCRIPT_COMMON ? count.latin : count.other);
  }
  return count;
}

std::string detect_by_library(std::string_view text) {
  constexpr int kLeastPercent = 60;
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int bytes = 0;
  bool reliable = false;
  text = text.substr(0, floor_code_point(text, std::min(text.size(), kLanguageBytes)));
  CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, languages.data(),
                              percents.data(), &bytes, &reliable);
  if (!reliable || percents[0] < kLeastPercent || languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  return CLD2::LanguageCode(languages[0]);
}

}  // namespace

std::string detect_language(std::string_view text) {
  constexpr std::size_t kMinLetters = 24;
  if (has_english_words(text)) return "en";
  const auto letters = count_letters(text);
  if (letters.latin + letters.other < kMinLetters) return {};
  return detect_by_library(text);
}

}  // namespace dateline
