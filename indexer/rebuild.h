// Building an index anew, from its sources.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "index/writer_lock.h"
#include "indexer/index_options.h"
#include "indexer/sources/source_files.h"
#include "language/countries/name_overrides.h"

namespace dateline {

/// What a rebuild is to do.
struct RebuildOptions {
  std::filesystem::path index;         ///< must exist
  std::optional<NameOverrides> names;  ///< the user's own; nullopt: those that the index has
  ReadOptions reading;
  LockWait wait;
  unsigned threads = 0;                                   ///< 0: one a core
  std::uint64_t publish_bytes = std::uint64_t{64} << 20;  ///< a segment for so many bytes of text
  bool accept_loss = false;  ///< go on without the articles that cannot be built again
};

/// An article that was not read from its source.
struct UnreadArticle {
  std::string id;
  std::string path;  ///< the source that it had
};

/// What a rebuild did.
struct RebuildReport {
  std::uint64_t read = 0;  ///< articles that were read from their sources
  std::uint64_t passed_over =
      0;  ///< in the sources, and not in the index: new, or removed on purpose
  std::vector<UnreadArticle>
      kept;  ///< taken from their stored text: the source is gone, or has it no more
  std::vector<UnreadArticle> lost;  ///< the source is gone, and the stored text cannot be used
  std::uint64_t lost_unknown = 0;   ///< articles of which not even the id could be read
  std::vector<Problem> problems;
  bool switched = false;     ///< whether the new state is in force
  bool interrupted = false;  ///< stopped on request: the index is as it was
  std::uint64_t articles_total = 0;
  std::uint64_t events_total = 0;
  double seconds = 0;
};

/// Builds every article of an index again, from the sources that the index has recorded, with the
/// ids kept; works for a damaged index and for one of another schema or analyzer, as long as its
/// manifest can be read. An article whose source is gone, or has it no more, is taken from its
/// stored text. Where not even the ids of a segment's articles can be read, everything below the
/// index's roots is read.
///
/// The new segments are written beside the old ones in the same directory, and one rename of the
/// manifest puts them in force: readers are not disturbed. (A new directory that takes the old
/// one's name was rejected: readers open a segment's databases by path when they need them, two
/// renames leave a moment without an index, and what else lies in the directory would be left
/// behind.) A crash or a stop leaves the old state in force; the next writer sweeps the rest.
///
/// When articles would be lost the old state stays in force, unless `accept_loss`.
/// @throws IndexError: missing (there is no index, or its manifest is damaged), locked, io.
[[nodiscard]] RebuildReport rebuild_index(const RebuildOptions& options,
                                          const std::function<void(const IndexProgress&)>& progress,
                                          const std::stop_token& stop);

}  // namespace dateline
