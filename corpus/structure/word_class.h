// Small closed classes of words by which the parts of an article are recognised.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// What a word is good for; the table is corpus/structure/words.tsv, which gives a reason for each.
enum class WordClass : std::uint8_t {
  affiliation,  ///< names a body that people belong to ("university")
  dating,       ///< stands beside the date of a date line ("updated")
  honorific,    ///< stands before a name ("Gen.")
  hyphened,     ///< as the first part of a word cut at a line's end: its hyphen stays ("anti")
  language,     ///< a language in which a source may be written ("greek")
  open,         ///< as the last word of a line, in lower case: the sentence goes on ("the")
  particle,     ///< may stand uncapitalised in a name ("van")
  phrasal,      ///< as open, but may end a heading ("Moving On")
  record,       ///< what appears on the day that its title names ("minutes")
  role,         ///< what somebody is ("professor")
  source,       ///< names an agency, a broadcaster or a paper ("reuters", "tribune")
  suffix,       ///< stands behind a name ("Jr.")
};

/// Whether `word` is in the class. Case does not matter (ASCII), nor does a final dot or a plural
/// "s".
[[nodiscard]] bool word_is(WordClass word_class, std::string_view word) noexcept;

/// Whether one of the words of `text` is in the class. Words are parted by white space and by , ; :
/// / ( ) -
[[nodiscard]] bool has_word(WordClass word_class, std::string_view text) noexcept;

}  // namespace dateline
