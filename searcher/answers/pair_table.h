// The table of pairs, whoever has counted them.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "searcher/answer.h"
#include "searcher/answers/pairs.h"

namespace dateline {

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
