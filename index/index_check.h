// Whether an index is still as it was written.
#pragma once

#include <cstdint>
#include <filesystem>
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

/// How thoroughly to look.
enum class CheckDepth : std::uint8_t {
  bytes,     ///< every byte of every file against its hash, and Xapian's own check
  articles,  ///< besides, each article as a search would read it: its pieces fit each other
};

/// Checks the state that is in force, and that the saved queries can be read (not what they say: the
/// query language is not known here); writers and readers may go on meanwhile.
/// @throws IndexError (missing) when there is no index, its manifest cannot be understood, or it has
///         another schema.
[[nodiscard]] CheckReport check_index(const std::filesystem::path& directory, CheckDepth depth);

}  // namespace dateline
