// The clauses of a sentence, with the dates and countries in each.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/annotate/indexed_article.h"
#include "indexer/annotate/text_pieces.h"

namespace dateline {

/// Mentions of one kind that are joined to one another: "India, Laos and Vietnam", "May 3 and 4".
struct MentionGroup {
  Span span;
  std::vector<std::size_t> members;  ///< indices into the mentions given
};

/// A part of a sentence. Its lists are indices into the groups, in order of the text.
struct Clause {
  std::size_t begin = 0;  ///< in bytes of the text, with the words that join it to the one before
  std::vector<std::size_t> dates;
  std::vector<std::size_t> countries;
};

/// Words that begin a clause.
inline constexpr std::array<std::string_view, 13> kClauseWords{
    "after", "although", "and",  "as",    "before",  "but",  "nor",
    "or",    "then",     "when", "where", "whereas", "while"};
/// Words that stand before a date.
inline constexpr std::array<std::string_view, 14> kDateWords{
    "around", "as",   "by", "during", "early", "for", "from",
    "in",     "late", "of", "on",     "since", "the", "until"};

/// Joins neighbours with nothing between them but commas, "and" and "or". `mentions` are in order
/// of the text; those for which `left_out` is true are passed over.
[[nodiscard]] std::vector<MentionGroup> join_mentions(std::string_view text,
                                                      const std::vector<const Mention*>& mentions,
                                                      const std::vector<bool>& left_out);

/// Clauses end at a comma, a semicolon, a colon, a dash, a bracket, and before the words of
/// kClauseWords, but not inside a group. The comma behind a date that begins a clause ("On May 3,
/// …") does not end it.
[[nodiscard]] std::vector<Clause> split_clauses(std::string_view text, Span sentence,
                                                const std::vector<MentionGroup>& countries,
                                                const std::vector<MentionGroup>& dates);

/// Whether nothing stands in the clause before `at` but what joins it to the one before, and the
/// words of `also`.
[[nodiscard]] bool is_head(std::string_view text, const Clause& clause, std::size_t at, Words also);

}  // namespace dateline
