#include "language/countries/given_name.h"

#include <algorithm>

#include "language/countries/lexicon.h"
#include "language/countries/lexicon_word_class.h"
#include "language/utf8.h"

namespace dateline {

bool is_common_given_name(std::string_view word) {
  constexpr std::size_t kMaxBytes = 40;
  if (word.empty() || word.size() > kMaxBytes) return false;
  const auto folded = fold(word);
  const auto words = lexicon_words();
  const auto found =
      std::lower_bound(words.begin(), words.end(), std::string_view{folded},
                       [](const ClassedWord& a, std::string_view b) { return a.word < b; });
  return found != words.end() && found->word == folded &&
         (found->classes & class_bit(WordClass::kGivenName)) != 0;
}

}  // namespace dateline
