#include "server/api/reader_pool.h"

#include <utility>

namespace dateline {

void ReaderPool::Return::operator()(Reader* reader) const noexcept {
  pool->take_back(std::unique_ptr<Reader>(reader), state);
}

ReaderPool::Lease ReaderPool::lease(const std::atomic<bool>* stop) {
  auto now = source_->state();
  std::unique_ptr<Reader> reader;
  {
    const std::scoped_lock lock(mutex_);
    if (idle_state_ == now && !idle_.empty()) {
      reader = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  // Opened after its state was asked for: a publication in between makes the next request open it
  // once more.
  if (!reader) reader = std::make_unique<Reader>(source_->open());
  reader->searcher().stop_when(stop);
  return {reader.release(), Return{this, std::move(now)}};
}

void ReaderPool::take_back(std::unique_ptr<Reader> reader, const std::string& state) noexcept {
  reader->searcher().stop_when(nullptr);
  const auto now = source_->state();
  std::vector<std::unique_ptr<Reader>> outdated;  // closed when the lock is open again
  const std::scoped_lock lock(mutex_);
  if (idle_state_ != now) {
    outdated.swap(idle_);
    idle_state_ = now;
  }
  if (state == now && idle_.size() < max_idle_) {
    idle_.push_back(std::move(reader));
  } else {
    outdated.push_back(std::move(reader));
  }
}

}  // namespace dateline
