// The bare words at the top of a query, as suggestions read them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "searcher/match/stop_words.h"
#include "searcher/query/query.h"

namespace dateline {

/// The query that was perhaps meant: some of its bare words are filters.
struct NamedFilters {
  QueryNode root;     ///< with a node of a filter for the words of it
  std::string label;  ///< for people: "Japan–Russia", "Igor Ivanov, Vladimir Putin"
};

/// What must hold together: the parts of a list of words, or the one part that there is. Views the
/// query.
[[nodiscard]] std::span<const QueryNode> top_nodes(const QueryNode& root);
/// The text of a bare word (is_bare_word()). Views the query.
[[nodiscard]] const std::string& typed_word(const QueryNode& bare_word);

/// Tells which words say nothing beside a filter that other words of the query have become: stop
/// words, those that join two names ("between", "and"), and the small words of a question.
class SmallWords {
 public:
  /// @param nodes of the query as it was typed. `stop_words` must outlive it.
  SmallWords(std::span<const QueryNode> nodes, const StopWords& stop_words);
  /// False for what is no bare word.
  [[nodiscard]] bool say_nothing(const QueryNode& node) const;

 private:
  const StopWords& stop_words_;
  bool is_question_ = false;
};

/// One node for several that must all hold. Requires one at least.
[[nodiscard]] QueryNode all_of(std::vector<QueryNode> nodes, Span source);

}  // namespace dateline
