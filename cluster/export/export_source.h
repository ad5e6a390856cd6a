// What is exported.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "index/bitmap.h"
#include "index/snapshot.h"

namespace dateline {

/// Articles and events of an index.
struct ExportSource {
  const Snapshot& snapshot;
  std::vector<Bitmap> articles;  ///< one set a segment
  std::vector<Bitmap> events;
  std::stop_token stop = {};  ///< looked at before each document
};

/// What was written.
struct ExportReport {
  std::uint64_t articles = 0;
  std::uint64_t events = 0;
  bool is_stopped = false;  ///< by the source's token: then the rest is not there
};

/// Calls `visit(place, number)` for each document of the sets, in the order of the index, numbered
/// from 0.
/// @return how many; fewer when a stop is requested.
template <typename Visit>
std::uint64_t for_each_exported(const std::vector<Bitmap>& sets, const std::stop_token& stop,
                                Visit visit) {
  std::uint64_t count = 0;
  for (std::size_t segment = 0; segment < sets.size(); ++segment) {
    const Bitmap& set = sets[segment];
    for (auto i = set.next(0); i < set.size() && !stop.stop_requested(); i = set.next(i + 1)) {
      visit(Location{static_cast<std::uint32_t>(segment), static_cast<std::uint32_t>(i)}, count++);
    }
  }
  return count;
}

}  // namespace dateline
