// The table of pairs, whoever has counted them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "language/country_code.h"
#include "searcher/answer.h"
#include "searcher/query/bucket.h"
#include "searcher/query/request.h"

namespace dateline {

struct PairsRequest {
  SearchRequest search;  ///< kind must be event; its limit, offset, sort and facets do not matter
  Bucket by = Bucket::year;
  std::uint32_t top = 10;       ///< pairs wanted, the most frequent; 0: all
  std::uint32_t by_period = 0;  ///< of these, so many are counted by period, too; 0: all
};

/// A row of the table.
struct PairRow {
  CountryCode first;  ///< the country that is asked for, where one is; else the first by its code
  CountryCode second;
  std::vector<std::uint64_t> counts;  ///< events in each period; empty: it is not counted by these
  std::uint64_t coarser = 0;          ///< events with a date coarser than a period
  std::uint64_t total = 0;  ///< events; less than the sum of the counts when some touch two periods
};

/// Events with both countries of a pair, by the periods that they touch (as the facets `pair` and
/// `date` count them).
struct PairTable {
  std::uint64_t total = 0;      ///< events that match, with a pair or without
  std::uint64_t paired = 0;     ///< of them, those with two countries or more
  std::uint64_t different = 0;  ///< pairs that there are, shown or not
  std::vector<std::string>
      periods;  ///< those in which any shown pair has an event, in order of time
  std::vector<std::uint32_t> numbers;  ///< of the periods: bucket_number()
  std::vector<PairRow> rows;           ///< most frequent first, then by codes
  std::vector<std::string> notices;
};

/// Two countries, packed (schema.h), the smaller first.
using PackedPair = std::pair<std::uint16_t, std::uint16_t>;

/// The events of one pair, by period.
struct PairCells {
  std::map<std::uint32_t, std::uint64_t> counts;  ///< by bucket_number()
  std::uint64_t coarser = 0;
};
using CellsOfPairs = std::map<PackedPair, PairCells>;

/// Empty cells of the first `by_period` pairs of the facet `pair`; 0: of all.
[[nodiscard]] CellsOfPairs cells_of(const FacetCounts& pairs, std::uint32_t by_period);

/// The table, but for its total and notices. @param pairs the facet, of all events that match
[[nodiscard]] PairTable pair_table(const PairsRequest& request, const FacetCounts& pairs,
                                   const CellsOfPairs& cells);

}  // namespace dateline
