// Taking articles out, and shrinking what is left.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "index/writer_lock.h"

namespace dateline {

/// What remove_articles() did.
struct RemovalReport {
  std::vector<std::string> removed;  ///< ids
  std::vector<std::string> unknown;  ///< given, and of no article in force
  std::uint64_t events = 0;          ///< of the removed articles
  std::uint64_t articles_total = 0;  ///< in the index now
};

/// Takes articles out by their ids, all in one publication; an id given twice counts once. What was
/// removed comes back when its file is indexed again. Its bytes go with the segment's next merge.
/// @throws IndexError: missing (there is no index, damaged, another schema or analyzer), locked,
/// io.
[[nodiscard]] RemovalReport remove_articles(const std::filesystem::path& directory,
                                            const std::vector<std::string>& ids,
                                            const LockWait& wait, const std::stop_token& stop);

/// What compact_index() did.
struct CompactionReport {
  std::uint64_t bytes_before = 0;  ///< on disk, of all that the manifest named
  std::uint64_t bytes_after = 0;
  std::uint64_t bytes_held =
      0;  ///< of old segments that readers still have open, and the next writer removes
  std::size_t segments_before = 0;
  std::uint64_t removed = 0;  ///< articles dropped
  bool done = false;          ///< false: there was nothing to do, or a stop was requested
};

/// Writes all segments into one, without the removed articles. Readers are not disturbed.
/// @throws IndexError as remove_articles; io also when there is too little room on the disk for the
///         new segment beside the old ones.
[[nodiscard]] CompactionReport compact_index(const std::filesystem::path& directory,
                                             const LockWait& wait, const std::stop_token& stop);

}  // namespace dateline
