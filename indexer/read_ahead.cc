#include "indexer/read_ahead.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "corpus/input/file_kind.h"

namespace dateline {
namespace {

unsigned thread_count(unsigned wanted) noexcept {
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

ReadAhead::ReadAhead(const ReadOptions& options, const DateFinder& dates, std::string published,
                     unsigned threads, std::stop_token stop)
    : options_(options),
      dates_(dates),
      published_(std::move(published)),
      threads_(thread_count(threads)),
      stop_(std::move(stop)) {}

bool ReadAhead::suits(const std::filesystem::path& path, const FileState& state) {
  const auto kind = kind_of(path);
  const bool holds_many = kind == FileKind::zip || kind == FileKind::mailbox;
  return !is_read_by_lines(kind) && !holds_many && state.size_bytes <= kMaxFileBytes;
}

bool ReadAhead::has_room(std::uint64_t size_bytes) const noexcept {
  return begun_.size() < threads_ * kFilesPerThread &&
         (begun_.empty() || bytes_ + size_bytes <= kMaxBytes);
}

void ReadAhead::begin(const std::filesystem::path& path, const FileState& state) {
  if (!pool_) {
    pool_.emplace(
        threads_, [] { return NoState{}; }, [this](NoState&, Task&& task) { return read(task); });
  }
  begun_.push_back({path, state});
  bytes_ += state.size_bytes;
  pool_->submit({path, state});
}

std::optional<ReadFile> ReadAhead::take(const std::filesystem::path& path) {
  const auto is_wanted = [&](const Task& task) { return task.path == path; };
  if (std::none_of(begun_.begin(), begun_.end(), is_wanted)) return std::nullopt;
  while (true) {
    const auto task = std::move(begun_.front());
    begun_.pop_front();
    bytes_ -= task.state.size_bytes;
    auto file = pool_->take();
    if (task.path == path) return file;
  }
}

ReadFile ReadAhead::read(const Task& task) const {
  ReadFile file{begin_record(task.path, task.state, published_), {}, ReadingEnd::complete};
  const SourceSink sink{
      [&](Article&& article) { file.items.emplace_back(std::move(article)); },
      [&](std::size_t line, std::string message, bool skipped) {
        file.items.emplace_back(SourceProblem{line, std::move(message), skipped});
      },
      stop_,
  };
  file.end = read_source(task.path, options_, dates_, sink);
  return file;
}

}  // namespace dateline
