#include "searcher/answers/pairs.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <utility>

#include "index/schema.h"
#include "searcher/facet/facet_counter.h"
#include "searcher/match_state.h"
#include "searcher/query/query.h"

namespace dateline {
namespace {

using PackedPair = std::pair<std::uint16_t, std::uint16_t>;

// The counts of one pair that is shown.
struct Cells {
  std::map<std::uint32_t, std::uint64_t> counts;  // by the period's number
  std::uint64_t coarser = 0;
};
using CellsOfPairs = std::map<PackedPair, Cells>;

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

// Adds the rows, whose totals the facet has counted, and the periods.
void add_rows(const std::vector<PairRow>& rows, const CellsOfPairs& cells, Bucket by,
              PairTable& table) {
  for (const auto& [pair, cell] : cells) {
    for (const auto& [number, count] : cell.counts) table.numbers.push_back(number);
  }
  std::sort(table.numbers.begin(), table.numbers.end());
  table.numbers.erase(std::unique(table.numbers.begin(), table.numbers.end()), table.numbers.end());
  for (const auto number : table.numbers) table.periods.push_back(bucket_name(by, number));
  for (auto row : rows) {
    const auto cell = cells.find({pack_country(row.first), pack_country(row.second)});
    if (cell != cells.end()) {
      row.coarser = cell->second.coarser;
      for (const auto number : table.numbers) {
        const auto found = cell->second.counts.find(number);
        row.counts.push_back(found == cell->second.counts.end() ? 0 : found->second);
      }
    }
    table.rows.push_back(std::move(row));
  }
}

// The one country that a request asks for, if it asks for one.
std::optional<CountryCode> asked_country(const SearchRequest& search) {
  std::vector<CountryCode> codes;
  const auto look = [&](const QueryNode& node) {
    if (is<Exclude<QueryNode>>(node)) return;
    for_each_part<FilterCondition>(node, [&](const FilterCondition& filter) {
      if (const auto* asked = std::get_if<AskedCountries>(&filter.value))
        codes.insert(codes.end(), asked->codes.begin(), asked->codes.end());
    });
  };
  if (search.query) look(*search.query);
  for (const auto& selection : search.selections) look(selection.condition);
  return codes.size() == 1 ? std::optional{codes.front()} : std::nullopt;
}

// Its pairs come first, and it is named first in them.
void put_first(CountryCode country, std::vector<PairRow>& rows) {
  for (auto& row : rows) {
    if (row.second == country) std::swap(row.first, row.second);
  }
  std::stable_partition(rows.begin(), rows.end(),
                        [&](const PairRow& row) { return row.first == country; });
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

  PairTable table;
  table.total = matches.total();
  table.paired = pairs.total - pairs.none;
  table.different = pairs.different;
  table.notices = matches.notices();
  std::vector<PairRow> rows;
  CellsOfPairs cells;
  for (const auto& value : pairs.values) {
    PairRow row;
    row.first = CountryCode(std::string_view{value.value}.substr(0, 2));
    row.second = CountryCode(std::string_view{value.value}.substr(3, 2));
    row.total = value.count;
    if (request.by_period == 0 || rows.size() < request.by_period)
      cells[{pack_country(row.first), pack_country(row.second)}];
    rows.push_back(std::move(row));
  }
  for (std::size_t s = 0; s < sets.size(); ++s) {
    sets[s].for_each([&](std::size_t event) {
      add_event(snapshot.segment(s), static_cast<std::uint32_t>(event), request.by, cells);
    });
  }
  add_rows(rows, cells, request.by, table);
  if (const auto country = asked_country(request.search)) put_first(*country, table.rows);
  return table;
}

}  // namespace dateline
