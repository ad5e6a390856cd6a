// Checks the conditions of a request on one document.
#pragma once

#include <string>

#include "index/snapshot.h"
#include "searcher/explain/document_facts.h"
#include "searcher/explain/explanation.h"
#include "searcher/match/searchable_index.h"
#include "searcher/request_matcher.h"

namespace dateline {

/// Explains a request on one document, whether it matches or not. For one thread.
class Explainer {
 public:
  /// All must outlive it. `matched` is what matches the request in `index`; `document` is in force,
  /// and of the request's kind.
  Explainer(SearchableIndex& index, const RequestMatcher& matcher, const MatchedRequest& matched,
            const DocumentRef& document)
      : index_(index),
        matcher_(matcher),
        matched_(matched),
        document_(document),
        facts_(index.snapshot, index.analyzer, document) {}

  /// Adds the conditions of query and selections, what was left out, and notices.
  void add_conditions(Explanation& explanation);
  /// Writes the parts of a score in words, where the ranker has terms.
  void put_into_words(RankExplanation& score);

 private:
  [[nodiscard]] ConditionCheck check(const Condition& condition);

  SearchableIndex& index_;
  const RequestMatcher& matcher_;
  const MatchedRequest& matched_;
  DocumentRef document_;
  DocumentFacts facts_;
};

}  // namespace dateline
