#include "language/spellings/variant_key.h"

#include <cstddef>

#include "language/utf8.h"
#include "language/words/folded_word.h"

namespace dateline {
namespace {

bool parts_words(char32_t c) noexcept {
  return c <= U' ' || c == U'-' || c == U'/' || c == U'\u00A0' || c == U'\u00AD' ||
         (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212';
}

void begin_word(std::string& key) {
  if (!key.empty() && key.back() != ' ') key += ' ';
}

bool is_word_end(std::string_view text, std::size_t at) noexcept {
  return at >= text.size() || text[at] == '.' || parts_words(next_code_point(text, at));
}

std::string normalized(std::string_view text, std::string_view apostrophe) {
  const auto folded = fold(text);
  std::string key;
  key.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size();) {
    const auto start = i;
    const char32_t c = next_code_point(folded, i);
    if (c == U'.') continue;
    if (is_apostrophe(c)) {
      if (i < folded.size() && folded[i] == 's' && is_word_end(folded, i + 1)) {
        ++i;  // a possessive
      } else if (!key.empty() && key.back() != ' ' && !is_word_end(folded, i)) {
        key += apostrophe;
      }
    } else if (parts_words(c)) {
      begin_word(key);
    } else if (c == U'&') {
      begin_word(key);
      key += "and ";
    } else {
      key.append(folded, start, i - start);
    }
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

}  // namespace

std::string variant_key(std::string_view text) { return normalized(text, ""); }

std::string variant_form(std::string_view text) { return normalized(text, "'"); }

}  // namespace dateline
