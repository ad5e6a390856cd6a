#include "searcher/answers/pairs.h"

#include <algorithm>
#include <cassert>

#include "searcher/answers/pair_table.h"
#include "searcher/facet/facet_counter.h"
#include "searcher/match_state.h"

namespace dateline {
namespace {

void add_event(const Segment& segment, std::uint32_t event, Bucket by, CellsOfPairs& cells) {
  const auto countries = segment.event_countries[event];
  const auto precision = segment.precision(event);
  const auto range = buckets_of(by, segment.days(event), precision);
  for (std::size_t i = 0; i < countries.size(); ++i) {
    for (std::size_t j = i + 1; j < countries.size(); ++j) {
      const auto found = cells.find(std::minmax(countries[i], countries[j]));
      if (found == cells.end()) continue;
      if (!range) {
        ++found->second.coarser;
        continue;
      }
      for (auto number = range->first; number <= range->last; ++number)
        ++found->second.counts[number];
    }
  }
}

}  // namespace

PairTable make_pairs(const Searcher& searcher, const PairsRequest& request) {
  assert(request.search.kind == DocumentKind::event);
  return make_pairs(searcher.match(request.search), request);
}

PairTable make_pairs(const Matches& matches, const PairsRequest& request) {
  const Snapshot& snapshot = matches.state().snapshot();
  const auto& sets = matches.state().matches().sets;
  FacetSpec spec;
  spec.facet = Facet::pair;
  spec.limit = request.top;
  spec.with_predecessors = matches.state().asks_for_predecessor_pair();
  const auto pairs = count_facet(snapshot, sets, DocumentKind::event, spec);

  auto cells = cells_of(pairs, request.by_period);
  for (std::size_t s = 0; s < sets.size(); ++s) {
    sets[s].for_each([&](std::size_t event) {
      add_event(snapshot.segment(s), static_cast<std::uint32_t>(event), request.by, cells);
    });
  }
  auto table = pair_table(request, pairs, cells);
  table.total = matches.total();
  table.notices = matches.notices();
  return table;
}

}  // namespace dateline
