// Turns the words of a query into terms.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/spellings/word_variants.h"
#include "language/words/analyzer.h"
#include "searcher/match/condition.h"
#include "searcher/match/left_out_word.h"
#include "searcher/match/stop_words.h"
#include "searcher/query/query.h"

namespace dateline {

/// Analyzes queries as the indexer analyzed the articles. For one thread.
///
/// Of bare words side by side, stop words drop out where another word stands with them, and in a
/// question its function words (stop_words.h); names and
/// spellings that mean the same as a bare word, or as a run of them, are added beside it, and the
/// same word in another part of speech (word_forms.h).
class QueryAnalyzer {
 public:
  /// All must outlive it. `has_term` says whether the index has a term: variants without are not
  /// worth their cost.
  QueryAnalyzer(Analyzer& analyzer, const StopWords& stop_words, const WordVariants& variants,
                std::function<bool(const std::string&)> has_term)
      : analyzer_(analyzer),
        stop_words_(stop_words),
        variants_(variants),
        has_term_(std::move(has_term)),
        has_families_(analyzer.language().substr(0, 2) == "en") {}

  /// @param any_word any of the words will do: then the function words of a question are kept, since
  /// they keep nothing from being found, and weigh as little as they tell.
  /// @return nullopt when nothing of the query is left: only punctuation.
  [[nodiscard]] std::optional<Condition> analyze(const QueryNode& node, bool any_word = false);
  /// What the last analyze() left out, from left to right.
  [[nodiscard]] const std::vector<LeftOutWord>& left_out() const noexcept { return left_out_; }

 private:
  [[nodiscard]] std::optional<Condition> node(const QueryNode& node);
  void read_whole(const QueryNode& node, bool any_word);
  [[nodiscard]] bool is_passed_over(std::string_view typed) const;
  [[nodiscard]] bool has_all(const std::vector<std::string>& terms) const;
  template <template <typename> typename Group>
  [[nodiscard]] std::optional<Condition> group(const std::vector<QueryNode>& children);
  [[nodiscard]] std::optional<Condition> text(const QueryNode& node, const QueryText& text);
  [[nodiscard]] std::vector<std::string> terms_of(std::string_view text);
  void add_run(std::span<const QueryNode> run, std::vector<Condition>& children,
               bool keeps_stop_words = true);
  void add_word(const QueryNode& word, std::vector<Condition>& children);
  [[nodiscard]] std::vector<Condition> own_condition(std::span<const QueryNode> words,
                                                     VariantReason reason);
  [[nodiscard]] Condition with_family(Condition word);
  [[nodiscard]] std::vector<LongerName> longer_names(std::string_view name);
  [[nodiscard]] bool add_with_variants(std::span<const QueryNode> words,
                                       std::vector<Condition>& children);

  Analyzer& analyzer_;
  const StopWords& stop_words_;
  const WordVariants& variants_;
  std::function<bool(const std::string&)> has_term_;
  bool has_families_;
  bool is_question_ = false;    // of the query being analyzed, if its function words are to go
  bool capitals_tell_ = false;  // of it: not every word has one
  std::vector<LeftOutWord> left_out_;
};

}  // namespace dateline
