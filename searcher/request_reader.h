// What a request asks for, whichever engine answers it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "index/document_kind.h"
#include "index/rows.h"
#include "language/spellings/word_variants.h"
#include "language/words/analyzer.h"
#include "searcher/match/condition.h"
#include "searcher/match/left_out_word.h"
#include "searcher/match/loosening.h"
#include "searcher/match/stop_words.h"
#include "searcher/query/facet.h"
#include "searcher/query/request.h"

namespace dateline {

/// A selection after analysis; without a condition when nothing of it was left.
struct SelectedCondition {
  Facet facet;
  std::optional<Condition> condition;
};

/// A request as it was understood, and how much matches it. A value.
struct ReadRequest {
  DocumentKind kind = DocumentKind::article;
  /// The query; nullopt when it asks for nothing, or for what its model is like.
  std::optional<Condition> condition;
  std::vector<SelectedCondition> selections;
  std::vector<LeftOutWord> left_out;  ///< words of the query that are not searched for
  std::vector<std::string> notices;   ///< what a user should know
  std::vector<std::string> given_up;  ///< when loosened: words as they were typed
  bool is_loosened = false;           ///< not all words are asked for any more
  std::uint64_t total = 0;            ///< documents that match

  /// The days that the query and the selections ask for, by conditions of a kind.
  [[nodiscard]] std::vector<DayRange> asked_days(FilterKind kind) const;
};

/// The parts of a query that ask for words, and what is found of them together: for loosening.
class PartSets {
 public:
  PartSets() = default;
  PartSets(PartSets&&) = delete;
  virtual ~PartSets() = default;

  /// How many documents have the part that is this child of the condition, whatever else is asked
  /// for.
  [[nodiscard]] virtual std::uint64_t documents(std::size_t child) = 0;
  /// How many documents have all that was kept, and what else is asked for. At first only the
  /// latter: the filters and the selections.
  [[nodiscard]] virtual std::uint64_t kept() = 0;
  /// Keeps a part, too, when any of the documents that have what was kept have it. @return whether
  /// it does.
  [[nodiscard]] virtual bool keep(std::size_t child) = 0;
};

/// Where conditions are matched. Whatever fails there is @throws IndexError.
class ConditionMatcher {
 public:
  ConditionMatcher() = default;
  ConditionMatcher(ConditionMatcher&&) = delete;
  virtual ~ConditionMatcher() = default;

  /// Whether a term stands anywhere, in articles or events.
  [[nodiscard]] virtual bool has_term(const std::string& term) = 0;
  /// A request has been analyzed, and will be matched: once, and again with other conditions in
  /// place of its query's.
  virtual void begin(const SearchRequest& request, ReadRequest& read) = 0;
  /// How many documents match the condition and the selections. What was matched last is what
  /// answers the request.
  [[nodiscard]] virtual std::uint64_t match(const ReadRequest& request) = 0;
  /// Whether any document of the kind matches a condition by itself.
  [[nodiscard]] virtual bool is_found(const Condition& condition, DocumentKind kind) = 0;
  /// The parts of a condition (an `all`) that matches nothing.
  [[nodiscard]] virtual std::unique_ptr<PartSets> parts(const ReadRequest& request) = 0;
};

/// What turns the words of queries into terms.
struct QueryWords {
  Analyzer& analyzer;
  const StopWords& stop_words;
  const WordVariants& variants;
};

/// Understands requests. Each is analyzed and matched; when words that stand side by side are not
/// all found together, some are given up (loosening.h; below OR, any of them will do), unless the
/// request says otherwise. For one thread.
class RequestReader {
 public:
  /// What is referred to must outlive it.
  RequestReader(QueryWords words, ConditionMatcher& matcher) : words_(words), matcher_(matcher) {}
  RequestReader(RequestReader&&) = delete;

  /// @throws as the matcher.
  [[nodiscard]] ReadRequest read(const SearchRequest& request);

 private:
  [[nodiscard]] ReadRequest analyze(const SearchRequest& request);
  [[nodiscard]] ReadRequest read_words(const SearchRequest& request);
  void loosen_query(const SearchRequest& request, ReadRequest& read);
  void split_unfound_compounds(ReadRequest& read);
  void split_compounds(ReadRequest& read);
  [[nodiscard]] std::vector<TextCondition> parts_of(const TextCondition& text);
  [[nodiscard]] std::vector<WordPart> parts_to_give_up(const ReadRequest& read,
                                                       bool has_read_names);

  QueryWords words_;
  ConditionMatcher& matcher_;
};

}  // namespace dateline
