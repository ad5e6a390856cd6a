// Words of a cluster's archive that were perhaps meant.
#pragma once

#include "cluster/reader/cluster_view.h"
#include "cluster/search/term_statistics.h"
#include "language/words/analyzer.h"
#include "searcher/spell/spelling.h"

namespace dateline {

/// Has the cluster suggest the words within two slips (its term suggester), and ranks them as an
/// index does. Of words with another first letter and a second slip, finds those that begin with
/// a to z. For one thread. Functions @throw ClusterError, SearchStopped.
class ClusterSpelling : public Spelling {
 public:
  /// All must outlive it.
  ClusterSpelling(ClusterView& view, Analyzer& analyzer, TermStatistics& articles,
                  TermStatistics& events)
      : view_(view), analyzer_(analyzer), articles_(articles), events_(events) {}

  std::uint64_t documents_of(std::string_view term, DocumentKind kind) const override;

 private:
  std::vector<SpellingCandidate> candidates(const SpellingTest& test) const override;
  std::string term_of(std::string_view word) const override;
  void prepare(const std::vector<SpellingCandidate>& candidates, DocumentKind kind) const override;
  [[nodiscard]] TermStatistics& statistics(DocumentKind kind) const noexcept {
    return kind == DocumentKind::article ? articles_ : events_;
  }

  ClusterView& view_;
  Analyzer& analyzer_;
  TermStatistics& articles_;
  TermStatistics& events_;
};

}  // namespace dateline
