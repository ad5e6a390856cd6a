// In how many documents of a cluster terms stand, and how often.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/reader/cluster_view.h"

namespace dateline {

/// Of one term, in all documents of a kind: those that are removed and still there among them.
struct TermFigures {
  double documents = 0;    ///< that have it
  double occurrences = 0;  ///< in all of them together, each as often as it weighs
};

/// Asks each shard for its figures, and keeps their sums: by them the cluster itself weighs words.
/// For one thread. All functions @throw ClusterError, SearchStopped.
class TermStatistics {
 public:
  /// `view` must outlive it.
  TermStatistics(ClusterView& view, DocumentKind kind) : view_(view), kind_(kind) {}

  /// Asks for those of the terms that are not yet known, at once.
  void read(std::span<const std::string> terms);
  [[nodiscard]] TermFigures of(const std::string& term);
  /// Documents with any word.
  [[nodiscard]] double documents();
  /// The mean of their words' weights; 1 where there are none.
  [[nodiscard]] double average_length();
  /// ln(1 + (N - n + ½) / (n + ½)) of a term.
  [[nodiscard]] double inverse_document_frequency(const std::string& term);

 private:
  [[nodiscard]] const std::vector<std::string>& routings();
  void ask(const std::vector<std::string>& terms);
  static void add_shard(const AnswerJson& answer, simdjson::dom::element vectors, TermFigures& all,
                        std::map<std::string, TermFigures, std::less<>>& figures);

  ClusterView& view_;
  DocumentKind kind_;
  std::vector<std::string> routings_;  // one that leads to each shard
  bool has_asked_ = false;
  TermFigures all_;  // of any term
  std::map<std::string, TermFigures, std::less<>> figures_;
};

}  // namespace dateline
