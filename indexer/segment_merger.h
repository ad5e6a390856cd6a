// Puts segments together.
#pragma once

#include <filesystem>

#include "index/manifest.h"
#include "index/snapshot.h"

namespace dateline {

/// Writes every article in force of `snapshot` into one new segment `name`, and returns its entry
/// for a manifest. Removed articles are dropped; the order of the others is kept. Reads what was
/// found from the old segments: nothing is tokenized or extracted again. @throws IndexError.
[[nodiscard]] SegmentEntry merge_segments(const Snapshot& snapshot, const std::string& name);

}  // namespace dateline
