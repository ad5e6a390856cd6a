// Which words of a query are given up when no document has them all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "searcher/match/condition.h"

namespace dateline {

/// A part of a query's `all` that asks for words: a word, a phrase, or one with its other names.
struct WordPart {
  std::size_t child = 0;  ///< which of the children
  /// Of a state, a place, an organization; typed with a capital, and no month or day of the week.
  bool is_name = false;
  std::uint64_t documents = 0;  ///< that have it, whatever else is asked for
};

/// The parts of an `all` that ask for words, without their documents; empty for other conditions.
[[nodiscard]] std::vector<WordPart> word_parts(const Condition& condition);

/// Puts parts into the order of their worth, the cheapest first: words that no document has, then
/// the others from the commonest to the rarest, and names behind all of these.
void sort_by_worth(std::vector<WordPart>& parts);

/// The condition with parts that need not be there, though they still count for ranking.
[[nodiscard]] Condition with_optional(const Condition& condition,
                                      const std::vector<WordPart>& parts);

/// The words of a part that were typed.
[[nodiscard]] std::string typed_words(const Condition& part);

/// Parts as they were typed, for people: "'visit'", "'talks' and 'visit'".
[[nodiscard]] std::string quoted_parts(const Condition& condition,
                                       const std::vector<WordPart>& parts);

/// What a document has of a word or phrase, and how a word is split.
struct CompoundReader {
  std::function<bool(const TextCondition&)> is_found;
  std::function<std::vector<TextCondition>(const TextCondition&)> parts;
};

/// The condition with the words of each compound ("long-range-missile") that is found nowhere in
/// place of it. @return those compounds, as typed, in their order; empty when nothing was changed.
std::vector<std::string> split_unfound(Condition& condition, const CompoundReader& reader);

}  // namespace dateline
