// Scores documents of a cluster exactly, by their tokens.
#pragma once

#include <simdjson.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/search/term_statistics.h"
#include "index/document_kind.h"
#include "searcher/rank/ranking_query.h"
#include "searcher/rank/weighting.h"

namespace dateline {

/// Scores as Ranker does: each word by BM25, more where neighbours of the query stand together, and
/// where an article without a title begins with its words. The cluster itself knows lengths to a
/// sixteenth alone, and no neighbours. For one thread.
class DocumentScorer {
 public:
  /// All must outlive it. @throws as TermStatistics.
  DocumentScorer(const RankingQuery& query, const std::vector<WeighedWord>& words,
                 TermStatistics& statistics, DocumentKind kind);

  /// The fields that it reads.
  [[nodiscard]] static std::vector<std::string_view> fields(DocumentKind kind);

  /// @param source the document's fields() @param length its `length` @param date_boost what its
  /// days add. Linear in the tokens.
  [[nodiscard]] double score(simdjson::dom::element source, double length, double date_boost);

 private:
  void read(simdjson::dom::element source, std::string_view name, double weight);
  void read_value(std::string_view tokens, double weight);
  [[nodiscard]] double frequency(const RankingWord& word) const;
  [[nodiscard]] double least(const std::vector<std::string>& terms) const;
  [[nodiscard]] double by_words(double length) const;
  [[nodiscard]] double lead() const;

  const RankingQuery& query_;
  const std::vector<WeighedWord>& words_;
  DocumentKind kind_;
  double average_length_;
  std::vector<double> pair_weights_;
  std::map<std::string, double, std::less<>> frequencies_;  // of each term that counts
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> pairs_;
  std::vector<double> pair_frequencies_;
  std::vector<std::string_view> first_words_;  // of the text
  bool has_title_ = false;
};

}  // namespace dateline
