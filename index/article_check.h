// Whether each article of a segment reads as a search would have it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "index/segment.h"
#include "index/segment_check.h"

namespace dateline {

/// Checks the articles of segments against each other's pieces: texts against the hash of what was
/// read, token streams and events against their texts, Xapian's documents against the columns, ids
/// against those of other segments.
class ArticleCheck {
 public:
  /// Reports through `report`.
  void run(const std::filesystem::path& directory, const SegmentEntry& entry, SegmentCheck& report);

 private:
  std::set<std::string, std::less<>> ids_;  // of all segments so far
};

}  // namespace dateline
