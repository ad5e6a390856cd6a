// How far a batch is, on a terminal.
#pragma once

#include <chrono>
#include <cstdio>

#include "indexer/indexer.h"

namespace dateline {

/// Draws one line on a stream, over and over, a few times a second; nothing where the stream is no
/// terminal.
class ProgressBar {
 public:
  explicit ProgressBar(std::FILE* stream);
  /// Clears the line.
  ~ProgressBar();
  ProgressBar(ProgressBar&&) = delete;

  void update(const IndexProgress& progress);

 private:
  std::FILE* stream_;
  bool enabled_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace dateline
