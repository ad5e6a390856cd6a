#include "indexer/annotate/pipeline.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace dateline {

AnnotationPipeline::AnnotationPipeline(Options options, const Extractor& extractor, Write write)
    : options_(std::move(options)), extractor_(extractor), write_(std::move(write)) {}

void AnnotationPipeline::submit(AnnotationTask&& task) {
  if (has_dropped_) return;
  if (!pool_) {
    pool_.emplace(
        options_.threads > 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency()),
        [this] { return Annotator(options_.language, extractor_); },
        [stop = options_.stop](Annotator& annotator, AnnotationTask&& given) {
          return annotate_task(annotator, std::move(given), stop);
        });
  }
  pool_->submit(std::move(task));
  drain_to(pool_->thread_count() * kTasksPerWorker);
}

void AnnotationPipeline::drain_to(std::size_t pending) {
  while (pool_ && pool_->pending() > pending) {
    auto annotated = pool_->take();
    if (annotated && write_(*std::move(annotated))) continue;
    has_dropped_ = true;
    pool_.reset();
  }
}

}  // namespace dateline
