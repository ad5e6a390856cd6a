// A query after analysis: the same tree, with terms for words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/words/analyzer.h"
#include "searcher/query/query.h"

namespace dateline {

/// A QueryNode whose text has become terms. A word that the analyzer splits ("U.S.-China") is a
/// phrase here; a text without any token has dropped out.
struct Condition {
  QueryNode::Kind kind = QueryNode::Kind::all;
  TextField field = TextField::any;
  std::vector<std::string>
      terms;  ///< word: one; phrase: two or more; prefix: one, folded and not stemmed
  std::uint32_t slop = 0;
  std::vector<Condition> children;
  std::vector<CountryCode> countries;  ///< of a region: all of it
  bool match_all = false;
  std::string value;  ///< region, organization, id; texts: as typed
  DateInterval interval{kFirstDay, kLastDay};
  DateMode mode = DateMode::overlaps;
  Precision coarsest = Precision::century;
  EventOrigin origin = EventOrigin::chronology;
  /// A word or phrase that was not typed, but means the same as these terms that were (Myanmar:
  /// Burma). It matches as they do, and weighs less. Empty for what was typed.
  std::vector<std::string> stands_for;

  /// Whether it looks at words, and so may carry weight.
  [[nodiscard]] bool is_text() const noexcept {
    return kind == QueryNode::Kind::word || kind == QueryNode::Kind::phrase ||
           kind == QueryNode::Kind::prefix;
  }
  /// Whether it is a group of what was typed, the first child, and what means the same.
  [[nodiscard]] bool is_variants() const noexcept {
    return kind == QueryNode::Kind::any && children.size() >= 2 && !children[1].stands_for.empty();
  }
};

/// The condition with every `all` of two or more texts, outside `exclude`, turned into an `any` of them (what else it
/// asks for stays asked for); nullopt when there is no such place, so that loosening would change nothing.
[[nodiscard]] std::optional<Condition> loosen(const Condition& condition);

/// What counts for a hit: the words, phrases and prefixes outside `exclude`, from left to right.
[[nodiscard]] std::vector<const Condition*> positive_texts(const Condition& condition);

}  // namespace dateline
