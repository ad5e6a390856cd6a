// The words and persons of a cluster's archive.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cluster/reader/cluster_view.h"
#include "language/words/analyzer.h"

namespace dateline {

/// Looks words and persons up, and keeps what it found: an archive's generation does not change.
/// For one thread. All functions @throw ClusterError, SearchStopped.
class ClusterWords {
 public:
  /// Both must outlive it.
  ClusterWords(ClusterView& view, Analyzer& analyzer) : view_(view), analyzer_(analyzer) {}

  /// Whether a term stands in an article.
  [[nodiscard]] bool has_term(const std::string& term);
  /// The terms of the words that begin with a prefix (folded), sorted, each once: as expand_prefix().
  /// @throws UnsupportedError when they are too many.
  [[nodiscard]] const std::vector<std::string>& expand(const std::string& prefix);
  /// The persons whom one of the names can mean, as persons_named().
  [[nodiscard]] std::vector<std::string> persons_named(const std::vector<std::string>& names);

 private:
  void read_persons();

  ClusterView& view_;
  Analyzer& analyzer_;
  std::map<std::string, bool> terms_;
  std::map<std::string, std::vector<std::string>> expansions_;
  std::optional<std::vector<std::string>> persons_;
};

}  // namespace dateline
