// In which publication the documents of a segment came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "index/bitmap.h"

namespace dateline {

/// For each ordinal of a segment, the generation of the manifest (manifest.h) that first had its
/// document as it is. A document that only moves to another segment takes its generation along, so
/// that saved queries find out what is new even after merges and rebuilds. 0 means: earlier than
/// anything that a saved query still asks for, or not known.
///
/// Runs of equal generations. A batch writes one run; merging joins those of its segments, and
/// forget() keeps their number down to the batches that some saved query has not been shown.
class Arrivals {
 public:
  /// Ordinals from the end of the run before this one up to `end`, not included.
  struct Run {
    std::uint64_t generation = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Run&, const Run&) = default;
  };
  /// Stands for the publication to come, until settle().
  static constexpr std::uint64_t kPending = std::numeric_limits<std::uint64_t>::max();

  Arrivals() = default;
  /// Requires growing ends.
  explicit Arrivals(std::vector<Run> runs) : runs_(std::move(runs)) {}

  /// The next `count` ordinals.
  void add(std::uint64_t generation, std::uint32_t count = 1);
  /// Puts `generation` for kPending.
  void settle(std::uint64_t generation);
  /// Sets all up to and with `generation` to 0, and joins the runs.
  void forget(std::uint64_t generation);

  /// The generation of an ordinal; 0 when that is not known.
  [[nodiscard]] std::uint64_t of(std::uint32_t ordinal) const noexcept;
  /// The largest; 0 when nothing is known.
  [[nodiscard]] std::uint64_t latest() const noexcept;
  /// Those of `size` documents that came after `generation`.
  [[nodiscard]] Bitmap after(std::uint64_t generation, std::size_t size) const;
  /// Empty when all are 0 after a forget().
  [[nodiscard]] const std::vector<Run>& runs() const noexcept { return runs_; }

  friend bool operator==(const Arrivals&, const Arrivals&) = default;

 private:
  std::vector<Run> runs_;
};

}  // namespace dateline
