// In which order documents come.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "index/bitmap.h"
#include "index/snapshot.h"
#include "searcher/condition.h"
#include "searcher/search.h"

namespace dateline {

/// A document and its score.
struct Ranked {
  Location location;
  double score = 0;
};

/// BM25's parameters. Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework"
/// (2009), whose usual values these are; min_normlen as Xapian's own default.
inline constexpr double kBm25K1 = 1.2;
inline constexpr double kBm25B = 0.75;
inline constexpr double kBm25MinNormLength = 0.5;

/// Orders the documents that a matcher found. For one thread.
class Ranker {
 public:
  /// `snapshot` must outlive it. @throws IndexError (missing).
  Ranker(const Snapshot& snapshot, DatabaseKind kind);

  /// The best `limit` documents of `matches` (one set a segment) after the first `offset`, by BM25
  /// over all segments together; equal scores in the order of the index. Words carry weight
  /// wherever they stand in the query, but for what is excluded.
  /// @return nullopt when the condition has no word that could rank.
  [[nodiscard]] std::optional<std::vector<Ranked>> by_relevance(const Condition& condition,
                                                                const std::vector<Bitmap>& matches,
                                                                std::uint32_t offset,
                                                                std::uint32_t limit);

  /// The same by date, newest first; ties in the order of the index. Documents without a date come
  /// last.
  [[nodiscard]] std::vector<Ranked> by_date(SortOrder order, const std::vector<Bitmap>& matches,
                                            std::uint32_t offset, std::uint32_t limit) const;

 private:
  [[nodiscard]] std::optional<Xapian::Query> weighted(const Condition& condition) const;
  [[nodiscard]] std::optional<Xapian::Query> prefix(const Condition& condition) const;

  const Snapshot& snapshot_;
  DatabaseKind kind_;
  Xapian::Database database_;
  std::vector<std::string> uuids_;
};

}  // namespace dateline
