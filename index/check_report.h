// What a check of an index finds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

/// Something in an index that is not as it was written.
struct Damage {
  std::string segment;  ///< its name; empty: the index as a whole
  std::string file;     ///< below the segment, or the index
  std::string what;     ///< "its bytes have changed", "is missing", …
  /// Articles in force that are concerned, as far as that can be told: of a damaged text or token
  /// stream the very ones, of anything else all of the segment. Ids; empty where ids cannot be read.
  std::vector<std::string> articles;
  std::uint64_t article_count = 0;  ///< how many are concerned
};

/// What check_index() found.
struct CheckReport {
  std::vector<Damage> damages;
  /// Segments without checksums, which an earlier version made: of them only what Xapian and the
  /// columns can tell was checked.
  std::vector<std::string> unsealed;
  std::uint64_t segments = 0;
  std::uint64_t articles = 0;  ///< in force
  std::uint64_t bytes = 0;     ///< read and compared
};

}  // namespace dateline
