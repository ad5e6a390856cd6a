// What a search should answer, worked out the slow way: every condition against every article and
// event.
#pragma once

#include <string>
#include <vector>

#include "indexer/annotate/indexed_article.h"
#include "searcher/answer.h"
#include "searcher/query/request.h"

namespace dateline::test {

/// All that is in force, by id.
class Oracle {
 public:
  explicit Oracle(std::vector<IndexedArticle> articles) : articles_(std::move(articles)) {}

  /// Ids of the hits, sorted. Like the searcher it loosens a query that finds nothing.
  [[nodiscard]] std::vector<std::string> ids(const SearchRequest& request) const;
  [[nodiscard]] FacetCounts count(const SearchRequest& request, Facet facet) const;

 private:
  std::vector<IndexedArticle> articles_;
};

}  // namespace dateline::test
