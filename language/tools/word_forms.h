// Which forms and words belong together, where a stemmer cannot tell.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "language/tools/wordnet.h"

namespace dateline::forms {

/// What language/words/word_forms.h looks up.
struct Tables {
  std::map<std::string, std::string> terms;               ///< of a form: its term
  std::map<std::string, std::vector<std::string>> words;  ///< of a term: related words
};

/// - Forms: irregular ones have the term of their basic form ("met": "meet"), unless they are
///   words of their own; and where the stemmer gives one stem to words that WordNet does not derive
///   from each other ("internal", "international"), all but the commonest group of them have a
///   term of their own.
/// - Words: those that WordNet derives from a word of the term, and that have another term.
[[nodiscard]] Tables make_tables(const WordNet& words);

}  // namespace dateline::forms
