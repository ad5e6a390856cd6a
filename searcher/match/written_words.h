// Stems as people write them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "index/snapshot.h"
#include "language/words/analyzer.h"
#include "searcher/match/condition.h"

namespace dateline {

/// Puts words for terms: those of the query as typed; for others the shortest word of the index
/// that has the term, of equals the first by its bytes.
class WrittenWords {
 public:
  /// Takes the words of a query. Later ones of the same term do not count.
  void add_typed(const Condition& condition, Analyzer& analyzer);
  /// Looks the words of terms up that are not yet known. Linear in the index's dictionaries of
  /// words.
  void look_up(const std::vector<std::string>& terms, const Snapshot& snapshot);

  /// The term itself when nothing is known.
  [[nodiscard]] std::string of(std::string_view term) const;
  /// The same for several terms with a space between each two.
  [[nodiscard]] std::string of_all(std::string_view terms) const;

 private:
  std::map<std::string, std::string, std::less<>> words_;  // by term
};

}  // namespace dateline
