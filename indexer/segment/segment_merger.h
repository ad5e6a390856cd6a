// Puts segments together.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

#include "index/manifest.h"
#include "index/snapshot.h"

namespace dateline {

/// Writes every article in force of some segments of `snapshot` (indices, ascending) into one new
/// segment `name`, and returns its entry for a manifest. Removed articles are dropped; the order of
/// the others is kept. Reads what was found from the old segments: nothing is tokenized or
/// extracted again. On a stop request nothing is left behind, and the answer is nullopt. @throws
/// IndexError.
[[nodiscard]] std::optional<SegmentEntry> merge_segments(const Snapshot& snapshot,
                                                         std::span<const std::size_t> which,
                                                         const std::string& name,
                                                         const std::stop_token& stop = {});

}  // namespace dateline
