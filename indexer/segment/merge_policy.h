// Which segments to merge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// Bytes of text in a segment.
struct SegmentWeight {
  std::uint64_t live = 0;   ///< of articles in force
  std::uint64_t total = 0;  ///< of all
};

/// A tier holds segments whose live bytes are within a factor of kMergeFactor; so many of one tier
/// are merged into one, which belongs to a tier above. The lowest tier holds all below a megabyte.
inline constexpr std::size_t kMergeFactor = 8;
inline constexpr std::uint64_t kLowestTierBytes = std::uint64_t{1} << 20;
/// Larger segments are not made by merging, since a merge takes some three times their text in
/// memory.
inline constexpr std::uint64_t kMaxMergedBytes = std::uint64_t{512} << 20;

/// Indices of the segments to write into one next, ascending; empty when all is well. Applied until
/// it is empty, there are at most seven segments a tier, besides those that are too large to become
/// one. Each article is rewritten once a tier (the logarithm to base 8 of the index's megabytes)
/// and, in the lowest, a bounded number of bytes for each segment added. A segment of whose bytes
/// more than 30 % are no longer in force is written anew by itself.
[[nodiscard]] std::vector<std::size_t> next_merge(std::span<const SegmentWeight> segments);

}  // namespace dateline
