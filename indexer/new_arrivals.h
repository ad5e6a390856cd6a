// What saved queries will take for new: kept while segments are written, merged and published.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "index/arrivals.h"
#include "index/manifest.h"
#include "index/saved_queries.h"
#include "index/snapshot.h"
#include "indexer/annotate/indexed_article.h"

namespace dateline {

/// The version of an article that the index holds before a new one takes its place. Both referred
/// to must last as long as the value is used.
struct EarlierVersion {
  std::reference_wrapper<const SegmentEntry> entry;
  const Segment* segment = nullptr;  ///< null where this program cannot read it
  std::uint32_t ordinal = 0;
};

/// Collects the arrivals of the articles and events of one segment while it is written.
class NewArrivals {
 public:
  /// The next article of the segment. Without an earlier version it is new, and all its events are.
  /// With one it is new if its content differs; and of its events those are that the earlier
  /// version has not, by their ids. Content that is the same (the file moved, other rules annotate
  /// it, the index is built anew) is not new, nor are its events.
  void add(const IndexedArticle& article, const std::optional<EarlierVersion>& before);
  /// Hands them to the segment's entry, which will be in force from `generation` on; forgets them.
  void move_into(SegmentEntry& entry, std::uint64_t generation);

 private:
  Arrivals articles_;
  Arrivals events_;
};

/// Gives the entry of a merged segment the arrivals of all that is in force in the segments `which`
/// of `snapshot`, in their order. Linear in what is merged.
void join_arrivals(const Snapshot& snapshot, std::span<const std::size_t> which,
                   SegmentEntry& merged);

/// Forgets the arrivals that no saved query of the index asks for, where `generation` is about to
/// be published, and notes in `manifest` whether there are any. @return the saved queries, to be
/// held until it is; null when they cannot be held or read. Then nothing is forgotten, nor where
/// their file is gone.
[[nodiscard]] std::unique_ptr<SavedQueries> forget_arrivals(const std::filesystem::path& directory,
                                                            std::uint64_t generation,
                                                            Manifest& manifest);

}  // namespace dateline
