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
  /// The ids of the articles in force that the damage concerns: where a text or a token stream is
  /// damaged, exactly those; otherwise all of the segment. Empty where the ids cannot be read.
  std::vector<std::string> articles;
  std::uint64_t article_count = 0;  ///< how many it concerns
};

/// What check_index() found.
struct CheckReport {
  std::vector<Damage> damages;
  /// Segments without checksums, which an earlier version made. In these the check relied on Xapian
  /// and on the hashes of the columns alone.
  std::vector<std::string> unsealed;
  std::uint64_t segments = 0;
  std::uint64_t articles = 0;  ///< in force
  std::uint64_t bytes = 0;     ///< read and compared
};

}  // namespace dateline
