#include "indexer/segment/merge_policy.h"

#include <algorithm>
#include <map>

namespace dateline {
namespace {

constexpr std::uint64_t kMaxRemovedPercent = 30;

unsigned tier_of(std::uint64_t bytes) noexcept {
  unsigned tier = 0;
  for (auto rest = bytes / kLowestTierBytes; rest > 0; rest /= kMergeFactor) ++tier;
  return tier;
}

bool is_hollow(const SegmentWeight& segment) noexcept {
  return segment.total - segment.live >
         segment.total / 100 * kMaxRemovedPercent + segment.total % 100 * kMaxRemovedPercent / 100;
}

}  // namespace

std::vector<std::size_t> next_merge(std::span<const SegmentWeight> segments) {
  std::map<unsigned, std::vector<std::size_t>> tiers;
  for (std::size_t i = 0; i < segments.size(); ++i) tiers[tier_of(segments[i].live)].push_back(i);
  for (auto& [tier, members] : tiers) {
    std::uint64_t bytes = 0;
    const auto too_much = std::find_if(members.begin(), members.end(), [&](std::size_t i) {
      bytes += segments[i].live;
      return bytes > kMaxMergedBytes;
    });
    members.erase(too_much, members.end());
    if (members.size() >= kMergeFactor) return members;
  }
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (is_hollow(segments[i])) return {i};
  }
  return {};
}

}  // namespace dateline
