#include "server/api/reader_pool.h"

#include <sys/stat.h>

#include <utility>

#include "index/manifest.h"
#include "index/snapshot.h"

namespace dateline {

std::string Reader::state_name() const { return searcher_.state_name(); }

void ReaderPool::Return::operator()(Reader* reader) const noexcept {
  pool->take_back(std::unique_ptr<Reader>(reader), stamp);
}

// A publication replaces the manifest's file.
ReaderPool::Stamp ReaderPool::stamp() const noexcept {
  struct stat info{};
  if (::stat(manifest_path(index_).c_str(), &info) != 0) return {};
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return {info.st_dev, info.st_ino, info.st_mtim.tv_sec * kNanoseconds + info.st_mtim.tv_nsec,
          info.st_size};
}

ReaderPool::Lease ReaderPool::lease(const std::atomic<bool>* stop) {
  const auto now = stamp();
  std::unique_ptr<Reader> reader;
  {
    const std::scoped_lock lock(mutex_);
    if (idle_stamp_ == now && !idle_.empty()) {
      reader = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  // Read after the stamp: a publication in between makes the next request open it once more.
  if (!reader) reader = std::make_unique<Reader>(index_);
  reader->searcher().stop_when(stop);
  return {reader.release(), Return{this, now}};
}

void ReaderPool::take_back(std::unique_ptr<Reader> reader, const Stamp& stamp) noexcept {
  reader->searcher().stop_when(nullptr);
  const auto now = this->stamp();
  std::vector<std::unique_ptr<Reader>> outdated;  // closed when the lock is open again
  const std::scoped_lock lock(mutex_);
  if (!(idle_stamp_ == now)) {
    outdated.swap(idle_);
    idle_stamp_ = now;
  }
  if (stamp == now && idle_.size() < max_idle_) {
    idle_.push_back(std::move(reader));
  } else {
    outdated.push_back(std::move(reader));
  }
}

}  // namespace dateline
