#include "indexer/annotate/pipeline.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace dateline {

AnnotationPipeline::AnnotationPipeline(Options options, const Extractor& extractor, Write write)
    : options_(std::move(options)), extractor_(extractor), write_(std::move(write)) {}

void AnnotationPipeline::submit(AnnotationTask&& task) {
  if (!pool_) {
    pool_.emplace(
        options_.threads > 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency()),
        [this] { return Annotator(options_.language, extractor_); }, annotate_task);
  }
  pool_->submit(std::move(task));
  drain_to(pool_->thread_count() * kTasksPerWorker);
}

void AnnotationPipeline::drain_to(std::size_t pending) {
  while (pool_ && pool_->pending() > pending) write_(pool_->take());
}

}  // namespace dateline
