// How far a batch is, on a terminal.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>

#include "cluster/store/publisher.h"
#include "indexer/index_options.h"

namespace dateline {

/// How far a batch is after so many seconds: "[====    ]  25 %  3/12 files  4,000 articles  3.4
/// MB/s 1:20 min left  2 skipped". `with_bar`: as here; else without the bar.
[[nodiscard]] std::string progress_text(const IndexProgress& progress, double seconds,
                                        bool with_bar);
/// The same of sending to a cluster: "[====    ]  25 %  300/1,200 articles sent  4 s".
[[nodiscard]] std::string progress_text(const PublishProgress& progress, double seconds,
                                        bool with_bar);

/// Draws one line on a stream, over and over, a few times a second. Where the stream is no
/// terminal, a line every ten seconds.
class ProgressBar {
 public:
  /// Null: draws nothing.
  explicit ProgressBar(std::FILE* stream);
  /// Clears the line.
  ~ProgressBar();
  ProgressBar(ProgressBar&&) = delete;

  void update(const IndexProgress& progress) { draw(progress); }
  void update(const PublishProgress& progress) { draw(progress); }

 private:
  template <typename Progress>
  void draw(const Progress& progress);

  std::FILE* stream_;
  bool on_terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace dateline
