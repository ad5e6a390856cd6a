// What a facet's counts say, whoever has counted.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "searcher/answer.h"
#include "searcher/facet/facet_values.h"
#include "searcher/facet/value_counts.h"
#include "searcher/query/bucket.h"
#include "searcher/query/facet.h"

namespace dateline {

/// How a facet is counted.
struct FacetSpec {
  Facet facet = Facet::country;
  Bucket bucket = Bucket::quarter;  ///< date, published
  /// At most so many values, the most frequent; 0: all. Buckets are never cut.
  std::uint32_t limit = 0;
  /// Only values with this in them or in their label; folded (utf8.h). Empty: all. Not for buckets.
  std::string match;
  /// These are reported whatever their count, 0 included, as selected.
  std::vector<std::string> selected;
  /// Pairs of a state and its own predecessor count, too (predecessors.h).
  bool with_predecessors = false;
};

/// How many documents were counted.
struct CountedDocuments {
  std::uint64_t total = 0;
  std::uint64_t none = 0;     ///< of them, those without any value
  std::uint64_t coarser = 0;  ///< of them, those with a date coarser than a bucket
};

/// The values that are wanted, in their order, with those that are selected. @param counts by the
/// numbers of `numbers`
[[nodiscard]] FacetCounts report_facet(const FacetSpec& spec, const FacetNumbers& numbers,
                                       const ValueCounts& counts,
                                       const CountedDocuments& documents);

/// A value as documents have it ("RU", "2001-02"), and how many do.
using NamedCount = std::pair<std::string, std::uint64_t>;

/// The same of values by their names, each once; names of no value are left out.
[[nodiscard]] FacetCounts report_facet(const FacetSpec& spec, const std::vector<NamedCount>& counts,
                                       const CountedDocuments& documents);

}  // namespace dateline
