// How a facet is counted.
#pragma once

#include <cstdint>
#include <string>

#include "searcher/query/bucket.h"

namespace dateline {

/// How a facet is counted, where that differs from what the request says.
struct CountForm {
  Bucket by = Bucket::quarter;  ///< width of buckets
  std::uint32_t limit = 0;      ///< values wanted, 0: all; buckets are never cut
  std::string match;            ///< only values with this in them, folded; empty: all
};

}  // namespace dateline
