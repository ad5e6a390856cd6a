// How a search is ended before its end, by whoever asked for it.
#pragma once

#include <atomic>

#include "language/error.h"

namespace dateline {

/// A search that was stopped: nothing was answered.
class SearchStopped : public Error {
 public:
  SearchStopped() : Error("the search was stopped: its client has gone, or it took too long") {}
};

/// A flag that another thread may set while a search runs. The search looks at it between its steps:
/// a segment that is matched, a facet that is counted, a hit that is read.
class SearchStop {
 public:
  SearchStop() = default;
  /// `flag` must outlive what looks at it; nullptr: nothing ever stops.
  explicit SearchStop(const std::atomic<bool>* flag) noexcept : flag_(flag) {}

  /// @throws SearchStopped when the flag is set.
  void check() const {
    if (flag_ != nullptr && flag_->load(std::memory_order_relaxed)) throw SearchStopped();
  }

 private:
  const std::atomic<bool>* flag_ = nullptr;
};

}  // namespace dateline
