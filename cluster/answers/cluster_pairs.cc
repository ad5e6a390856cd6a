#include "cluster/answers/cluster_pairs.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/documents/mapping.h"
#include "index/schema.h"
#include "searcher/answers/pair_table.h"
#include "searcher/facet_question.h"

namespace dateline {
namespace {

using nlohmann::json;
using simdjson::dom::array;
using simdjson::dom::element;

// So that all buckets of one answer stay below search.max_buckets, whatever their width.
constexpr std::array<std::size_t, 5> kPairsOfARequest{200, 60, 20, 8, 4};
constexpr int kMostBuckets = 12'000;

std::string name_of(const PackedPair& pair) {
  return unpack_country(pair.first).str() + "-" + unpack_country(pair.second).str();
}

// Counts some pairs by the periods that their events touch.
void count_cells(const ClusterMatches& matches, Bucket by,
                 const std::vector<CellsOfPairs::iterator>& pairs) {
  const auto width = static_cast<std::size_t>(by);
  json filters;
  for (const auto& pair : pairs) {
    const auto name = name_of(pair->first);
    filters[name]["term"][std::string{field::kAllPairs}] = name;
  }
  json body{{"size", 0}, {"track_total_hits", false}};
  body["query"] = matches.view().in_force(matches.query());
  auto& aggregation = body["aggs"]["pairs"];
  aggregation["filters"]["filters"] = std::move(filters);
  aggregation["aggs"]["periods"]["terms"] = {
      {"field", field::kBuckets[width]}, {"size", kMostBuckets}, {"shard_size", kMostBuckets}};
  aggregation["aggs"]["coarser"]["filter"]["term"][std::string{field::kCoarse[width]}] = true;
  const auto answer = matches.view().search(DocumentKind::event, body);
  for (const auto& pair : pairs) {
    const auto counted = answer.read<element>("aggregations.pairs.buckets." + name_of(pair->first));
    auto& cells = pair->second;
    cells.coarser =
        static_cast<std::uint64_t>(answer.read<std::int64_t>(counted, "coarser.doc_count"));
    for (const auto bucket : answer.read<array>(counted, "periods.buckets")) {
      const auto number = bucket_named(by, answer.read<std::string_view>(bucket, "key"));
      if (number) {
        cells.counts[*number] =
            static_cast<std::uint64_t>(answer.read<std::int64_t>(bucket, "doc_count"));
      }
    }
  }
}

}  // namespace

PairTable cluster_pairs(const ClusterMatches& matches, const PairsRequest& request) {
  FacetSpec spec;
  spec.facet = Facet::pair;
  spec.limit = request.top;
  spec.with_predecessors = asks_for_predecessor_pair(matches.read());
  const auto pairs = matches.count_matching(spec);
  auto cells = cells_of(pairs, request.by_period);
  std::vector<CellsOfPairs::iterator> part;
  for (auto pair = cells.begin(); pair != cells.end();) {
    part.push_back(pair++);
    if (part.size() < kPairsOfARequest[static_cast<std::size_t>(request.by)] && pair != cells.end())
      continue;
    count_cells(matches, request.by, part);
    part.clear();
  }
  auto table = pair_table(request, pairs, cells);
  table.total = matches.total();
  table.notices = matches.notices();
  return table;
}

}  // namespace dateline
