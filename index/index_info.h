// What an index holds, in figures.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

#include "index/rows.h"
#include "index/snapshot.h"

namespace dateline {

/// Bytes on disk, by what they hold.
struct IndexSize {
  std::uint64_t texts = 0;
  std::uint64_t tokens = 0;
  std::uint64_t columns = 0;
  std::uint64_t articles = 0;  ///< Xapian's databases
  std::uint64_t other = 0;     ///< manifest, checksums
  std::uint64_t unnamed =
      0;  ///< segments that the manifest does not name: being written, or still read

  /// Of all that the manifest names.
  [[nodiscard]] std::uint64_t total() const noexcept {
    return texts + tokens + columns + articles + other;
  }
};

/// Figures of the articles and events in force.
struct IndexInfo {
  std::uint64_t articles = 0;
  std::uint64_t events = 0;
  std::uint64_t removed = 0;  ///< articles that are in the segments and no longer in force
  DayRange days;              ///< from the first to the last day of any event; unknown: none
  DayRange published;         ///< from the first to the last day on which an article appeared
  std::uint64_t undated = 0;  ///< articles whose publication is unknown
  std::uint64_t authors = 0;  ///< different names
  std::uint64_t organizations = 0;
  std::uint64_t stale = 0;  ///< articles that rules or names of another version annotated
  IndexSize size;
  std::chrono::system_clock::time_point last_publication;  ///< when the manifest was replaced
};

/// Linear in the articles and events, some nanoseconds each; reads no text. @param extractor the
/// version of rules and names that counts: articles of another are stale.
/// @throws IndexError (missing).
[[nodiscard]] IndexInfo index_info(const Snapshot& snapshot, std::string_view extractor);

/// Sizes of what lies in an index's directory. What vanishes meanwhile is left out.
[[nodiscard]] IndexSize index_size(const std::filesystem::path& directory,
                                   const Manifest& manifest);

}  // namespace dateline
