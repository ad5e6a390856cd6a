#include "corpus/structure/line_shape.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "corpus/structure/word_class.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\f\v";
constexpr std::array<std::string_view, 14> kClosers{
    "\"", "'", ")", "]", "}", "*", "_", "”", "’", "»", "›", "」", "』", "）",
};
constexpr std::array<std::string_view, 14> kOpeners{
    "\"", "'", "(", "[", "{", "*", "_", "“", "‘", "«", "‹", "„", "¿", "¡",
};
constexpr std::array<std::string_view, 11> kSentenceEnds{
    ".", "!", "?", ":", "…", "。", "！", "？", "؟", "।", "۔",
};
constexpr std::array<std::string_view, 9> kOpenEnds{",", "-", "–", "—", "(", "[", "“", "‘", "/"};

// Nearly every text ends in a letter, which no mark does.
template <std::size_t N>
bool drop_suffix(std::string_view& text, const std::array<std::string_view, N>& marks) noexcept {
  if (text.empty() || is_ascii_letter(text.back())) return false;
  for (const auto mark : marks) {
    if (text.back() == mark.back() && text.ends_with(mark)) {
      text.remove_suffix(mark.size());
      return true;
    }
  }
  return false;
}

template <std::size_t N>
bool drop_prefix(std::string_view& text, const std::array<std::string_view, N>& marks) noexcept {
  for (const auto mark : marks) {
    if (text.starts_with(mark)) {
      text.remove_prefix(mark.size());
      return true;
    }
  }
  return false;
}

bool all_digits(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

std::string_view last_word(std::string_view text) noexcept {
  text = trim(text);
  const auto space = text.find_last_of(kSpaces);
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

bool is_lower(char32_t c) noexcept { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) noexcept {
  return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}
bool is_letter(char32_t c) noexcept { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_ornament(char32_t c) noexcept {
  const auto character = static_cast<UChar32>(c);
  return u_isalnum(character) == 0 && (U_GET_GC_MASK(character) & U_GC_M_MASK) == 0 &&
         u_hasBinaryProperty(character, UCHAR_QUOTATION_MARK) == 0;
}

// Digits above the line, the mark of a note.
bool drop_raised_digit(std::string_view& text) noexcept {
  constexpr std::array<std::string_view, 11> kRaised{"⁰", "¹", "²", "³", "⁴", "⁵",
                                                     "⁶", "⁷", "⁸", "⁹", "⁻"};
  return drop_suffix(text, kRaised);
}

// The number of a footnote behind the end of a sentence ("… in power.12", "… in power.[12]").
std::string_view without_note_number(std::string_view text) noexcept {
  constexpr std::size_t kMaxDigits = 3;
  auto rest = text;
  std::size_t digits = 0;
  while (!rest.empty() && is_ascii_digit(rest.back()) && digits < kMaxDigits) {
    rest.remove_suffix(1);
    ++digits;
  }
  if (digits == 0) return text;
  if (rest.ends_with('[')) {
    rest.remove_suffix(1);
    return rest;
  }
  auto before = rest;
  if (drop_suffix(before, kClosers)) return rest;
  // "1.5" is a number, "power.12" a note.
  const bool note =
      drop_suffix(before, kSentenceEnds) && !before.empty() && !is_ascii_digit(before.back());
  return note ? rest : text;
}

// The first code point past opening marks; U+0000 when there is none.
char32_t first_telling(std::string_view text) noexcept {
  text = trim(text);
  while (drop_prefix(text, kOpeners)) {
  }
  std::size_t offset = 0;
  return text.empty() ? U'\0' : next_code_point(text, offset);
}

bool has_letter(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    if (is_letter(next_code_point(text, i))) return true;
  }
  return false;
}

// Of a heading's last word: an article, a possessive, a title before a name.
bool wants_another(std::string_view last) noexcept {
  if (last.ends_with("'s") || last.ends_with("’s")) return true;
  if (last.ends_with('.')) return word_is(WordClass::honorific, last);
  return is_lower(first_telling(last)) && word_is(WordClass::open, last);
}

bool is_year_number(std::string_view digits) noexcept {
  return digits.size() == 4 && digits >= "1000" && digits <= "2200";
}

}  // namespace

std::size_t skip_marks(std::string_view text, std::size_t from, std::string_view marks) noexcept {
  auto at = std::min(from, text.size());
  while (at < text.size()) {
    auto end = at;
    (void)next_code_point(text, end);
    if (marks.find(text.substr(at, end - at)) == std::string_view::npos) break;
    at = end;
  }
  return at;
}

std::string_view without_marks(std::string_view words) noexcept {
  const auto first = [](std::string_view text) {
    std::size_t end = 0;
    return next_code_point(text, end);
  };
  while (!words.empty() && is_ornament(first(words))) {
    std::size_t end = 0;
    (void)next_code_point(words, end);
    words.remove_prefix(end);
  }
  while (!words.empty()) {
    const auto last = floor_code_point(words, words.size() - 1);
    if (!is_ornament(first(words.substr(last)))) break;
    words = words.substr(0, last);
  }
  return words;
}

std::string_view next_word(std::string_view& rest) noexcept {
  rest.remove_prefix(std::min(rest.find_first_not_of(kSpaces), rest.size()));
  const auto word = rest.substr(0, rest.find_first_of(kSpaces));
  rest.remove_prefix(word.size());
  return word;
}

std::string collapse_spaces(std::string_view text) {
  std::string result;
  text = trim(text);
  for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result;
}

bool begins_lower(std::string_view text) noexcept { return is_lower(first_telling(text)); }

bool ends_sentence(std::string_view text) noexcept {
  text = trim(text);
  while (drop_suffix(text, kClosers) || drop_raised_digit(text)) {
  }
  text = without_note_number(text);
  while (drop_suffix(text, kClosers)) {
  }
  return drop_suffix(text, kSentenceEnds);
}

bool ends_in_abbreviation(std::string_view text) noexcept {
  auto word = last_word(text);
  while (drop_prefix(word, kOpeners)) {
  }
  if (!word.ends_with('.')) return false;
  // "Gen.", but "the director general."
  constexpr std::size_t kMaxTitle = 7;
  if (word.size() <= kMaxTitle && word_is(WordClass::honorific, word)) return true;
  // "U.S.", "D.P.R.K.", an initial "W."
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (i + 1 >= word.size() || word[i + 1] != '.' || !(word[i] >= 'A' && word[i] <= 'Z')) {
      return false;
    }
  }
  return true;
}

bool ends_open(std::string_view text) noexcept {
  text = trim(text);
  if (auto copy = text; drop_suffix(copy, kOpenEnds)) return true;
  const auto word = last_word(text);
  return wants_another(word) || (begins_lower(word) && word_is(WordClass::phrasal, word));
}

std::string comparable_line(std::string_view text) { return fold(collapse_spaces(text)); }

bool has_one_of(std::string_view text, Words words) {
  for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
    if (is_one_of(fold(word), words)) return true;
  }
  return false;
}

bool has_digit(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

bool has_year(std::string_view text) noexcept {
  constexpr std::size_t kYearDigits = 4;
  std::size_t digits = 0;
  for (const char c : text) {
    digits = is_ascii_digit(c) ? digits + 1 : 0;
    if (digits == kYearDigits) return true;
  }
  return false;
}

bool is_page_number(std::string_view line) noexcept {
  constexpr std::size_t kMaxBytes = 24;
  line = trim(line);
  if (line.size() > kMaxBytes) return false;
  constexpr std::array<std::string_view, 6> kFrame{"-", "–", "—", "[", "]", "|"};
  const auto bare = line;
  while (drop_prefix(line, kFrame) || drop_suffix(line, kFrame)) line = trim(line);
  const bool framed = line.size() != bare.size();
  if (all_digits(line)) return line.size() <= 4 && (framed || !is_year_number(line));
  const bool roman = line.size() >= 2 && line.size() <= 6 &&
                     line.find_first_not_of("ivx") == std::string_view::npos;
  if (roman) return true;
  auto rest = line;
  const auto first = fold(next_word(rest));
  if (first != "page" && first != "p.") return false;
  if (!all_digits(next_word(rest))) return false;
  const auto of = next_word(rest);
  if (of.empty()) return true;
  return (of == "of" || of == "/") && all_digits(next_word(rest)) && trim(rest).empty();
}

bool is_rule(std::string_view line) noexcept {
  line = trim(line);
  if (line.empty() || std::string_view{"-*_=~#"}.find(line.front()) == std::string_view::npos) {
    return false;
  }
  std::size_t marks = 0;
  for (const char c : line) {
    if (c == line.front()) {
      ++marks;
    } else if (c != ' ' && c != '\t') {
      return false;
    }
  }
  return marks >= 3;
}

bool is_underline(std::string_view line) noexcept {
  line = trim(line);
  return line.size() >= 2 && (line.front() == '=' || line.front() == '-') &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

bool in_title_case(std::string_view text) noexcept {
  std::size_t capital = 0;
  std::size_t small = 0;
  for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
    const auto first = first_telling(word);
    if (is_upper(first)) ++capital;
    if (is_lower(first) && !word_is(WordClass::open, word) && !word_is(WordClass::phrasal, word)) {
      ++small;
    }
  }
  return capital > small;
}

bool looks_like_title(std::string_view text, std::size_t max_bytes) noexcept {
  text = trim(text);
  if (text.empty() || text.size() > max_bytes || begins_lower(text)) return false;
  if (text.ends_with(',') || text.ends_with(';') || !has_letter(text)) return false;
  std::size_t words = 0;
  auto rest = text;
  while (!next_word(rest).empty()) ++words;
  if (words > kMaxHeadingWords * 2) return false;
  auto end = text;
  while (drop_suffix(end, kClosers)) {
  }
  const bool stopped = end.ends_with('.') || end.ends_with("…") || end.ends_with("。");
  return !stopped || ends_in_abbreviation(end);
}

bool looks_like_heading(std::string_view text) noexcept {
  text = trim(text);
  if (!looks_like_title(text, kMaxHeadingBytes) || text.ends_with(':')) return false;
  std::size_t words = 0;
  auto rest = text;
  auto last = next_word(rest);
  for (auto word = last; !word.empty(); word = next_word(rest)) {
    ++words;
    last = word;
  }
  if (words > kMaxHeadingWords) return false;
  if (wants_another(last)) return false;
  return text.size() <= kMaxPlainHeadingBytes || in_title_case(text);
}

}  // namespace dateline
