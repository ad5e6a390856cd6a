// What matches a request as sets, for those who read the index itself.
#pragma once

#include <vector>

#include "index/bitmap.h"
#include "searcher/matches.h"

namespace dateline {

/// The documents that match, one set a segment of the searcher's snapshot. Valid as long as the
/// matches. Requires an index on this machine.
[[nodiscard]] const std::vector<Bitmap>& matched_sets(const Matches& matches);

}  // namespace dateline
