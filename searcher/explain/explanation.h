// Why a document matches a request or not, and why it ranks where it does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/rows.h"
#include "searcher/answer.h"
#include "searcher/match/left_out_word.h"
#include "searcher/query/facet.h"
#include "searcher/query/query.h"
#include "searcher/rank/rank_explanation.h"

namespace dateline {

/// A condition of a request, and whether one document meets it.
struct ConditionCheck {
  enum class Kind : std::uint8_t { all, any, exclude, text, filter };
  Kind kind = Kind::all;
  std::string_view name;     ///< "all", "not", "word", "country", …
  bool passed = false;       ///< the same that search decides by
  bool is_given_up = false;  ///< it need not hold: not all words were found together (loosening.h)
  std::string query;         ///< as the query language writes it; empty for groups
  std::optional<DateMode> date_mode;  ///< of a date: the query language has no word for it
  /// Of a variant, a word or phrase that was not typed: the typed one that it stands for.
  std::string stands_for;
  /// What the document has of that kind, for people: "2× in the title", "RU 14×". Where the
  /// condition failed, what it has instead. Long lists are cut, and say so.
  std::vector<std::string> found;
  std::vector<ConditionCheck> children;  ///< of all, any, exclude
};

/// A selection beside the query.
struct SelectionCheck {
  Facet facet = Facet::country;
  ConditionCheck condition;
};

/// How one document fares with a request.
struct Explanation {
  Hit hit;  ///< of the document, with its score when it matches
  bool matches = false;
  std::uint64_t total = 0;  ///< all documents that match
  std::uint64_t rank = 0;   ///< among them, from 1, in the request's order; 0: it does not match
  /// Why it has its score. nullopt when it does not match, or when the request has no words to rank
  /// by: the newest come first then.
  std::optional<RankExplanation> score;
  std::vector<DayRange> asked_days;     ///< what a date's boost looks at
  std::optional<ConditionCheck> query;  ///< nullopt: nothing was asked for but selections
  std::vector<SelectionCheck> selections;
  std::vector<LeftOutWord> left_out;
  std::vector<std::string> notices;  ///< as those of a SearchResult: the query was loosened
};

}  // namespace dateline
