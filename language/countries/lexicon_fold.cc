#include "language/countries/lexicon_fold.h"

#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// All of the table's letters have two bytes in UTF-8.
std::string encoded(char32_t c) {
  return {static_cast<char>(0xC0U | (c >> 6U)), static_cast<char>(0x80U | (c & 0x3FU))};
}

}  // namespace

LatinFold::LatinFold() {
  for (char32_t c = kFirst; c <= kLast; ++c) folded_[c - kFirst] = fold(encoded(c));
}

void LatinFold::append(std::string_view word, std::string& folded) const {
  const auto begin = folded.size();
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    if (c < 0x80) {
      folded += ascii_lower(static_cast<char>(c));
    } else if (c >= kFirst && c <= kLast) {
      folded += folded_[c - kFirst];
    } else if (c == U'’') {  // folds to itself
      folded += "’";
    } else {
      folded.replace(begin, std::string::npos, fold(word));
      return;
    }
  }
}

}  // namespace dateline
