// Checks the conditions of a request on one document.
#pragma once

#include <string>

#include "index/snapshot.h"
#include "language/words/analyzer.h"
#include "searcher/explain/document_facts.h"
#include "searcher/explain/explanation.h"
#include "searcher/request_matcher.h"

namespace dateline {

/// Explains a request that a matcher has matched. For one thread.
class Explainer {
 public:
  /// All must outlive it. `document` is in force, and of the matcher's kind.
  Explainer(const Snapshot& snapshot, RequestMatcher& matcher, Analyzer& analyzer,
            const DocumentRef& document)
      : snapshot_(snapshot),
        matcher_(matcher),
        analyzer_(analyzer),
        document_(document),
        facts_(snapshot, analyzer, document) {}

  /// Adds the conditions of query and selections, what was left out, and notices.
  void add_conditions(Explanation& explanation);
  /// Writes the parts of a score in words, where the ranker has terms.
  void put_into_words(RankExplanation& score);

 private:
  [[nodiscard]] ConditionCheck check(const Condition& condition);

  const Snapshot& snapshot_;
  RequestMatcher& matcher_;
  Analyzer& analyzer_;
  DocumentRef document_;
  DocumentFacts facts_;
};

/// A condition that is no group, in the query language.
[[nodiscard]] std::string condition_query(const Condition& condition);

}  // namespace dateline
