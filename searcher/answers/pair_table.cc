#include "searcher/answers/pair_table.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "index/schema.h"
#include "searcher/query/query.h"

namespace dateline {
namespace {

CountryCode first_of(const FacetValue& pair) {
  return CountryCode(std::string_view{pair.value}.substr(0, 2));
}
CountryCode second_of(const FacetValue& pair) {
  return CountryCode(std::string_view{pair.value}.substr(3, 2));
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

CellsOfPairs cells_of(const FacetCounts& pairs, std::uint32_t by_period) {
  CellsOfPairs cells;
  for (const auto& value : pairs.values) {
    if (by_period != 0 && cells.size() == by_period) break;
    cells[{pack_country(first_of(value)), pack_country(second_of(value))}];
  }
  return cells;
}

PairTable pair_table(const PairsRequest& request, const FacetCounts& pairs,
                     const CellsOfPairs& cells) {
  PairTable table;
  table.paired = pairs.total - pairs.none;
  table.different = pairs.different;
  std::vector<PairRow> rows;
  for (const auto& value : pairs.values) {
    PairRow row;
    row.first = first_of(value);
    row.second = second_of(value);
    row.total = value.count;
    rows.push_back(std::move(row));
  }
  add_rows(rows, cells, request.by, table);
  if (const auto country = asked_country(request.search)) put_first(*country, table.rows);
  return table;
}

}  // namespace dateline
