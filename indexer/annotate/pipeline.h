// Articles through the annotators, on all cores and in order.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "indexer/annotate/annotation_task.h"
#include "indexer/annotate/extractor.h"
#include "indexer/annotate/worker_pool.h"

namespace dateline {

/// What a batch and a rebuild have in common. One thread reads articles and gives them in; workers
/// annotate them, each with an analyzer of its own; and the same one thread writes them, in the
/// order in which it gave them in. So the number of threads shows in nothing that is written, and
/// neither the readers nor the segment being written need a lock.
///
/// Most of the time goes into annotating, so that one thread can read and write for many workers.
/// So that it never reads too far ahead, at most kTasksPerWorker articles for each worker are on
/// their way: when there are more, submit() waits for the oldest, and writes it. That bounds the
/// memory, and keeps workers busy while one of them has a long article.
class AnnotationPipeline {
 public:
  /// Called in the thread that calls submit() and drain(). @return false when it gave the article
  /// up, since a stop was requested.
  using Write = std::function<bool(AnnotatedTask&&)>;

  struct Options {
    unsigned threads = 0;       ///< 0: one a core
    std::string language;       ///< of the index
    std::stop_token stop = {};  ///< gives up what is not annotated yet, in the middle of an article
  };

  /// `extractor` must outlive it. Starts no thread before the first article.
  AnnotationPipeline(Options options, const Extractor& extractor, Write write);

  /// Gives an article in, and writes what is ready beyond the bound. After a stop was requested
  /// nothing more is written than what came before the first article that was given up.
  /// @throws what an annotator or `write` throws.
  void submit(AnnotationTask&& task);
  /// Waits for all that is on its way, and writes it. @throws as submit.
  void drain() { drain_to(0); }
  /// Whether articles that were given in were dropped, since a stop was requested.
  [[nodiscard]] bool has_dropped() const noexcept { return has_dropped_; }

 private:
  using Pool = WorkerPool<AnnotationTask, std::optional<AnnotatedTask>, Annotator>;
  static constexpr std::size_t kTasksPerWorker = 16;

  void drain_to(std::size_t pending);

  Options options_;
  const Extractor& extractor_;
  Write write_;
  std::optional<Pool> pool_;
  bool has_dropped_ = false;
};

}  // namespace dateline
