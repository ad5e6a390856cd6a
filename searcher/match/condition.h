// A query after analysis: the same tree, with terms for words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "searcher/query/query.h"

namespace dateline {

/// A longer name that holds a name, and so is not named where that stands.
struct LongerName {
  std::vector<std::string> terms;
  bool is_same = false;  ///< it means the same after all: "People's Republic of China" of China
};

/// A text whose words have become terms. A word that the analyzer splits ("U.S.-China") is a phrase
/// here.
struct TextCondition {
  TextForm form = TextForm::word;
  TextField field = TextField::any;
  std::vector<std::string> terms;  ///< word: one; phrase: two or more; prefix: one, folded, no stem
  std::uint32_t slop = 0;
  std::string typed;  ///< as typed; of a variant, as it is written
  /// A word or phrase that was not typed, but means the same as these terms that were (Myanmar:
  /// Burma). It matches as they do, and weighs less. Empty for what was typed.
  std::vector<std::string> stands_for;
  /// Of such a name: the longer ones within which it does not count (whole_name.h).
  std::vector<LongerName> longer = {};
  /// Of a word: it is the same in another part of speech, and no other name ("recognition").
  bool is_family = false;
  /// The name of a state, a place or an organization, or typed as a name.
  bool is_name = false;
  /// Of what was typed: one word, that the analyzer splits.
  bool is_compound = false;
  /// It need not be there, and counts where it is: words were given up (loosening.h).
  bool is_optional = false;
};

/// A QueryNode whose texts have been analyzed; one without any token has dropped out. No deeper
/// than the query by more than a level, so that whoever walks it may recurse.
struct Condition {
  std::variant<AllOf<Condition>, AnyOf<Condition>, Exclude<Condition>, TextCondition,
               FilterCondition>
      form;
};

/// The condition with every `all` of two or more texts, outside `exclude`, turned into an `any` of
/// them (what else it asks for stays asked for); nullopt when there is no such place, so that
/// loosening would change nothing.
[[nodiscard]] std::optional<Condition> loosen(const Condition& condition);

/// What counts for a hit: the words, phrases and prefixes outside `exclude`, from left to right.
[[nodiscard]] std::vector<const TextCondition*> positive_texts(const Condition& condition);

/// Calls `visit` with each filter outside `exclude`, from left to right.
template <typename Visit>
void for_each_positive_filter(const Condition& condition, Visit visit) {
  if (is<Exclude<Condition>>(condition)) return;
  if (const auto* filter = get_if<FilterCondition>(condition)) visit(*filter);
  for (const auto& child : children_of(condition)) for_each_positive_filter(child, visit);
}

}  // namespace dateline
