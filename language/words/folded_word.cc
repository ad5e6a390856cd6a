#include "language/words/folded_word.h"

#include <algorithm>
#include <cstddef>

#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestWithoutDecade = 3;  // digits; of more, a number is a year

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }

std::string with_plain_apostrophes(std::string_view word) {
  std::string plain;
  plain.reserve(word.size());
  for (std::size_t i = 0; i < word.size();) {
    const auto begin = i;
    if (is_apostrophe(next_code_point(word, i))) {
      plain += '\'';
    } else {
      plain += word.substr(begin, i - begin);
    }
  }
  return plain;
}

}  // namespace

std::string fold_word(std::string_view word) {
  const bool is_plain = is_ascii(word) && word.find_first_of("'`") == std::string_view::npos;
  if (is_plain) return fold(word);
  auto folded = fold(with_plain_apostrophes(word));
  const auto begin = std::min(folded.find_first_not_of('\''), folded.size());
  folded.erase(0, begin);
  folded.erase(folded.find_last_not_of('\'') + 1);
  return folded;
}

std::size_t size_without_possessive(std::string_view word) noexcept {
  if (word.size() < 3 || (word.back() != 's' && word.back() != 'S')) return word.size();
  const auto before = floor_code_point(word, word.size() - 2);
  auto next = before;
  return before > 0 && is_apostrophe(next_code_point(word, next)) ? before : word.size();
}

std::size_t size_without_plural(std::string_view word, bool is_designation) noexcept {
  if (word.size() < 3 || word.back() != 's') return word.size();
  const auto stem = word.substr(0, word.size() - 1);
  const bool is_number = std::all_of(stem.begin(), stem.end(), is_digit);
  const bool is_decade =
      is_number && !is_designation && (stem.size() > kLongestWithoutDecade || stem.back() == '0');
  const bool is_model = is_digit(stem.back()) && !is_decade;
  const bool is_abbreviation =
      is_capital(stem.back()) && std::any_of(stem.begin(), stem.end() - 1, is_ascii_letter);
  return is_model || is_abbreviation ? stem.size() : word.size();
}

}  // namespace dateline
