#include "language/spellings/transliteration.h"

#include <unicode/locid.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

#include "language/icu_strings.h"
#include "language/spellings/cyrillic_spelling.h"
#include "language/spellings/han_names.h"
#include "language/utf8.h"
#include "language/words/name_spelling.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestForeignWord = 160;  // in bytes
constexpr std::size_t kShortestSpelling = 2;      // a letter by itself is no name

UScriptCode script_of(char32_t c) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_FAILURE(status) ? USCRIPT_COMMON : script;
}

bool is_of_no_script(UScriptCode script) noexcept {
  return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

/// The one script of a word's letters; hiragana and katakana count as one.
std::optional<UScriptCode> only_script(std::string_view word) noexcept {
  std::optional<UScriptCode> only;
  for (std::size_t i = 0; i < word.size();) {
    auto script = script_of(next_code_point(word, i));
    if (is_of_no_script(script)) continue;
    if (script == USCRIPT_HIRAGANA) script = USCRIPT_KATAKANA;
    if (only && *only != script) return std::nullopt;
    only = script;
  }
  return only;
}

std::string lower_case(std::string_view word) {
  return utf8(utf16(word).toLower(icu::Locale::getRoot()));
}

bool begins_with_capital(std::string_view word) noexcept {
  std::size_t i = 0;
  const auto first = static_cast<UChar32>(next_code_point(word, i));
  return u_totitle(first) == first;  // a capital, or a letter that has none
}

// The first letter, and those after hyphens.
void capitalize(std::string& text) noexcept {
  char before = '-';
  for (char& c : text) {
    if (before == '-') c = static_cast<char>(u_toupper(c));
    before = c;
  }
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Plain letters, apostrophes left out; nothing when some letter has no plain one.
std::string plain(std::string text) {
  for (const std::string_view sign : {"ʹ", "ʺ", "ʼ", "ʻ", "’", "‘", "'", "·"}) {
    replace_all(text, sign, "");
  }
  text = fold(text);
  return is_ascii(text) ? text : std::string{};
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) (void)next_code_point(text, i);
  return count;
}

// What reads a script that has one romanization for us; empty where ICU's result is no word.
std::string_view romanization_of(UScriptCode script) noexcept {
  switch (script) {
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_SYRIAC:
    case USCRIPT_THAANA:
    case USCRIPT_LATIN:
      return {};
    case USCRIPT_GREEK:
      return "Greek-Latin/UNGEGN";
    case USCRIPT_GEORGIAN:
      return "Georgian-Latin/BGN";
    case USCRIPT_ARMENIAN:
      return "Armenian-Latin/BGN";
    default:
      return "Any-Latin";
  }
}

}  // namespace

bool is_latin(std::string_view word) noexcept {
  if (is_ascii(word)) return true;
  for (std::size_t i = 0; i < word.size();) {
    const auto script = script_of(next_code_point(word, i));
    if (script != USCRIPT_LATIN && !is_of_no_script(script)) return false;
  }
  return true;
}

/// ICU's romanizations, each made when first asked for.
class Transliteration::Romanizers {
 public:
  /// `word` in Latin letters, with marks; empty when ICU has no such romanization.
  [[nodiscard]] std::string romanize(std::string_view name, std::string_view word) {
    const std::lock_guard lock{mutex_};
    auto& romanizer = made_[std::string{name}];
    if (!romanizer) romanizer = make(name);
    if (!romanizer) return {};
    auto text = utf16(word);
    romanizer->transliterate(text);
    return utf8(text);
  }

  [[nodiscard]] std::vector<std::string> cyrillic(std::string_view word) {
    const auto small = lower_case(word);
    auto romanized = lower_case(romanize(cyrillic_romanization(small), small));
    for (const std::string_view sign : {"ʹ", "ʺ", "ʼ", "’"}) replace_all(romanized, sign, "'");
    return cyrillic_spellings(romanized, kMaxSpellings);
  }

  [[nodiscard]] std::vector<std::string> han(std::string_view word) {
    auto syllables = words_of(romanize("Han-Latin/Names", word));
    for (auto& syllable : syllables) syllable = plain(syllable);
    // A character that has no reading leaves the count short.
    if (syllables.size() != count_code_points(word)) return {};
    return names_of_syllables(word, syllables);
  }

  [[nodiscard]] std::vector<std::string> hangul(std::string_view word) {
    std::vector<std::string> syllables;
    for (std::size_t i = 0; i < word.size();) {
      const auto start = i;
      (void)next_code_point(word, i);
      syllables.push_back(plain(romanize("Hangul-Latin", word.substr(start, i - start))));
    }
    return names_of_syllables({}, syllables);
  }

 private:
  [[nodiscard]] static std::unique_ptr<icu::Transliterator> make(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made{
        icu::Transliterator::createInstance(utf16(name), UTRANS_FORWARD, status)};
    return U_FAILURE(status) ? nullptr : std::move(made);
  }

  std::mutex mutex_;  // ICU does not promise that one transliterator serves many threads
  std::map<std::string, std::unique_ptr<icu::Transliterator>> made_;
};

Transliteration::Transliteration() : romanizers_(std::make_unique<Romanizers>()) {}
Transliteration::~Transliteration() = default;
Transliteration::Transliteration(Transliteration&&) noexcept = default;
Transliteration& Transliteration::operator=(Transliteration&&) noexcept = default;

std::vector<std::string> Transliteration::latin(std::string_view word) const {
  if (word.size() > kLongestForeignWord || is_ascii(word)) return {};
  const auto composed = composed_spelling(word);
  const auto script = only_script(composed);
  if (!script) return {};
  std::vector<std::string> found;
  if (*script == USCRIPT_CYRILLIC) {
    found = romanizers_->cyrillic(composed);
  } else if (*script == USCRIPT_HAN) {
    return romanizers_->han(composed);
  } else if (*script == USCRIPT_HANGUL) {
    return romanizers_->hangul(composed);
  } else if (const auto name = romanization_of(*script); !name.empty()) {
    found.push_back(romanizers_->romanize(name, composed));
  }
  std::vector<std::string> spellings;
  for (auto& spelling : found) {
    auto text = plain(std::move(spelling));
    if (text.size() < kShortestSpelling ||
        std::find(spellings.begin(), spellings.end(), text) != spellings.end()) {
      continue;
    }
    spellings.push_back(std::move(text));
  }
  if (begins_with_capital(composed)) {
    for (auto& text : spellings) capitalize(text);
  }
  return spellings;
}

}  // namespace dateline
