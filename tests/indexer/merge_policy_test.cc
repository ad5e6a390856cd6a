#include "indexer/segment/merge_policy.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

constexpr std::uint64_t kMega = std::uint64_t{1} << 20;

std::vector<SegmentWeight> whole(const std::vector<std::uint64_t>& bytes) {
  std::vector<SegmentWeight> segments;
  segments.reserve(bytes.size());
  for (const auto size : bytes) segments.push_back({size, size});
  return segments;
}

// Merges until nothing is left to do; returns the bytes written.
std::uint64_t settle(std::vector<SegmentWeight>& segments) {
  std::uint64_t written = 0;
  for (auto which = next_merge(segments); !which.empty(); which = next_merge(segments)) {
    std::uint64_t live = 0;
    for (const auto i : which) live += segments[i].live;
    for (auto it = which.rbegin(); it != which.rend(); ++it)
      segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(*it));
    segments.push_back({live, live});
    written += live;
  }
  return written;
}

}  // namespace

TEST_CASE("which segments are merged next", "[indexer][merge]") {
  using Indices = std::vector<std::size_t>;
  struct Row {
    std::vector<SegmentWeight> segments;
    Indices expected;
  };
  for (const auto& [segments, expected] : std::vector<Row>{
           {{}, {}},
           {whole({5}), {}},
           {whole({1, 2, 3, 4, 5, 6, 7}), {}},
           {whole({1, 2, 3, 4, 5, 6, 7, 8}), {0, 1, 2, 3, 4, 5, 6, 7}},
           // an article added to a large index does not touch it
           {whole({900 * kMega, 1, 2, 3, 4, 5, 6, 7, 8}), {1, 2, 3, 4, 5, 6, 7, 8}},
           {whole({9 * kMega, 1, 2 * kMega, 1, 1, 1, 1, 1}), {}},
           // what would become too large stays as it is
           {whole(std::vector<std::uint64_t>(9, 65 * kMega)), {}},
           {whole(std::vector<std::uint64_t>(9, 60 * kMega)), {0, 1, 2, 3, 4, 5, 6, 7}},
           // more than 30 % no longer in force
           {{{70, 100}}, {}},
           {{{69, 100}}, {0}},
           {{{50, 50}, {0, 100}}, {1}},
           {{{0, 0}}, {}},
       }) {
    CAPTURE(segments.size());
    CHECK(next_merge(segments) == expected);
  }
}

TEST_CASE("merging keeps segments few and rewrites an article a few times", "[indexer][merge]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::vector<SegmentWeight> segments;
  std::uint64_t added = 0;
  std::uint64_t written = 0;
  std::uint64_t count = 0;
  for (int batch = 0; batch < 5000; ++batch) {
    // from 4 KB to 64 MB, small ones more often
    const auto bytes = std::uint64_t{4096} << (random() % 15 * (random() % 3) / 2);
    segments.push_back({bytes, bytes});
    if (random() % 4 == 0) {
      auto& some = segments[random() % segments.size()];
      some.live -= some.live / 10;
    }
    added += bytes;
    ++count;
    written += settle(segments);
    std::map<unsigned, std::size_t> tiers;
    for (const auto& segment : segments) {
      unsigned tier = 0;
      for (auto rest = segment.live / kLowestTierBytes; rest > 0; rest /= kMergeFactor) ++tier;
      ++tiers[tier];
    }
    const auto largest = 3U;  // below which eight segments always fit into one
    for (const auto& [tier, members] : tiers) REQUIRE((tier >= largest || members < kMergeFactor));
  }
  // Each tier above the lowest once, what is hollow again; in the lowest a bounded amount a batch.
  const std::uint64_t tiers = 7;
  CHECK(written < 2 * tiers * added + count * kLowestTierBytes);
}

}  // namespace dateline::test
