// How long and how deep a query may be.
#pragma once

#include <cstddef>

namespace dateline {

/// Limits that are checked while parsing, since a matcher's cost grows with each.
struct QueryLimits {
  std::size_t max_bytes = 16384;  ///< of the query as typed
  std::size_t max_terms = 256;    ///< words, phrases' words, prefixes and filters together
  std::size_t max_phrase = 64;    ///< words in one phrase
  std::size_t max_window = 100;   ///< the N of "…"~N
  std::size_t max_depth = 32;     ///< of parentheses
};

}  // namespace dateline
