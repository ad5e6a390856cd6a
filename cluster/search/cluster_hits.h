// Hits of a cluster, as they are shown.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cluster/copy/copied_articles.h"
#include "cluster/search/term_statistics.h"
#include "language/words/analyzer.h"
#include "searcher/answer.h"
#include "searcher/hit/proof.h"
#include "searcher/query/facet.h"
#include "searcher/request_reader.h"

namespace dateline {

/// Reads hits from copies of their articles, with the code that reads those of an index. For one
/// thread. All functions @throw ClusterError, SearchStopped; IndexError when no copy can be made.
class ClusterHits {
 public:
  /// All must outlive it. @param statistics of the request's kind
  ClusterHits(CopiedArticles& copies, TermStatistics& statistics, Analyzer& analyzer,
              const ReadRequest& read)
      : copies_(copies), statistics_(statistics), analyzer_(analyzer), read_(read) {}

  /// Everything of the documents of these ids but their scores, with snippets for the request.
  [[nodiscard]] std::vector<Hit> read(const std::vector<std::string>& ids);
  /// The places that put a value into a facet of each. @param value as prove_value()
  [[nodiscard]] std::vector<Proof> prove(const std::vector<std::string>& ids, Facet facet,
                                         const QueryNode& value);

 private:
  void fetch(const std::vector<std::string>& ids);
  void read_figures(const Snapshot& snapshot);
  [[nodiscard]] DocumentRef document(const std::string& id) const;

  CopiedArticles& copies_;
  TermStatistics& statistics_;
  Analyzer& analyzer_;
  const ReadRequest& read_;
};

}  // namespace dateline
