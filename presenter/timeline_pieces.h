// Presents a timeline piece by piece.
#pragma once

#include <cstddef>
#include <string>

#include "presenter/formats.h"
#include "searcher/answers/timeline.h"

namespace dateline {

/// A timeline as present() gives it, in pieces: however many entries there are, one of them at a time
/// needs to be in memory. All formats but text.
class TimelinePieces {
 public:
  /// @param summary the timeline; its entries do not matter. What is referred to must outlive it.
  TimelinePieces(Format format, const TimelineRequest& request, const Timeline& summary)
      : format_{format}, request_{request}, summary_{summary} {}

  /// What stands before the entries.
  [[nodiscard]] std::string before() const;
  /// The next entry.
  [[nodiscard]] std::string entry(const TimelineEntry& entry);
  /// What stands behind them.
  [[nodiscard]] std::string after() const;

 private:
  Format format_;
  const TimelineRequest& request_;
  const Timeline& summary_;
  std::string heading_;
  std::size_t given_ = 0;
};

}  // namespace dateline
