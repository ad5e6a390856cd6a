#include "searcher/query/query_characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "language/utf8.h"
#include "language/words/edit_distance.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxQuotedBytes = 60;

UChar32 icu_char(char32_t c) noexcept { return static_cast<UChar32>(c); }

// Scripts whose words only a dictionary can part.
bool is_written_without_blanks(char32_t c) noexcept {
  if (c < 0x0E00) return false;
  if (u_hasBinaryProperty(icu_char(c), UCHAR_IDEOGRAPHIC) != 0) return true;
  if (u_getIntPropertyValue(icu_char(c), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
  const auto script = u_getIntPropertyValue(icu_char(c), UCHAR_SCRIPT);
  return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

// What may stand inside a word without ending it: marks, format characters, and the joints of
// "U.S." and "D'Estaing".
bool joins_words(char32_t c) noexcept {
  if (c == U'.' || c == U'\'' || c == U'’' || c == U':' || c == U'·' || c == U'_') return true;
  return (U_GET_GC_MASK(icu_char(c)) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

}  // namespace

bool is_query_blank(char32_t c) noexcept {
  if (c < 0x80) return c <= 0x20 || c == 0x7F;
  return u_isUWhiteSpace(icu_char(c)) != 0 || u_isISOControl(icu_char(c)) != 0 || c == 0xFEFF;
}

bool is_query_quote(char32_t c) noexcept {
  switch (c) {
    case U'"':
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u201F':
    case U'\u00AB':
    case U'\u00BB':
      return true;
    default:
      return false;
  }
}

bool is_word_character(char32_t c) noexcept {
  if (c < 0x80) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
  return (U_GET_GC_MASK(icu_char(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

bool begins_with_capital(std::string_view word) noexcept {
  std::size_t i = 0;
  return !word.empty() && u_isupper(static_cast<UChar32>(next_code_point(word, i))) != 0;
}

bool has_word(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    if (is_word_character(next_code_point(text, i))) return true;
  }
  return false;
}

std::size_t count_words(std::string_view text) noexcept {
  std::size_t words = 0;
  std::size_t unspaced = 0;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (is_written_without_blanks(c)) {
      ++unspaced;
      in_word = false;
    } else if (is_word_character(c)) {
      if (!in_word) ++words;
      in_word = true;
    } else {
      in_word = in_word && joins_words(c);
    }
  }
  return words + (unspaced + 1) / 2;
}

std::size_t count_word_characters(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (is_word_character(next_code_point(text, i))) ++count;
  }
  return count;
}

std::string quote_piece(std::string_view piece) {
  const bool cut = piece.size() > kMaxQuotedBytes;
  if (cut) piece = piece.substr(0, floor_code_point(piece, kMaxQuotedBytes));
  std::string quoted = "'";
  for (std::size_t i = 0; i < piece.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(piece, i);
    const bool printable = c != 0xFFFD && u_iscntrl(icu_char(c)) == 0;
    quoted += printable ? piece.substr(start, i - start) : std::string_view{"\xEF\xBF\xBD"};
  }
  quoted += cut ? "…'" : "'";
  return quoted;
}

std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> names) {
  constexpr std::size_t kMaxBytes = 32;  // no name is longer, and the cost is a product
  if (typed.size() > kMaxBytes) return {};
  std::string_view best;
  std::size_t best_distance = kMaxBytes;
  for (const auto name : names) {
    const std::size_t longest = std::max(typed.size(), name.size());
    if (longest < 2) continue;  // one letter is no slip of another
    const std::size_t allowed = std::max<std::size_t>(1, longest / 3);
    const std::size_t distance = edit_distance(typed, name, allowed);
    if (distance <= allowed && distance < best_distance) {
      best_distance = distance;
      best = name;
    }
  }
  return best;
}

}  // namespace dateline
