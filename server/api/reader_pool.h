// Open archives, one for each request that is being answered.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "searcher/archive.h"
#include "searcher/suggest/understanding.h"

namespace dateline {

/// An archive as it stood when it was opened, and what answers questions of it. For one thread at a
/// time.
class Reader {
 public:
  explicit Reader(std::unique_ptr<Archive> archive)
      : archive_(std::move(archive)), understanding_(archive_->searcher()) {}
  Reader(Reader&&) = delete;

  [[nodiscard]] Archive& archive() noexcept { return *archive_; }
  [[nodiscard]] Searcher& searcher() { return archive_->searcher(); }
  [[nodiscard]] Understanding& understanding() noexcept { return understanding_; }

 private:
  std::unique_ptr<Archive> archive_;
  Understanding understanding_;
};

/// Hands out readers, and takes them back for the next who asks. A publication is seen at once: who
/// asks after it gets a reader of the new state, and who is reading goes on in the old. May be called
/// by several threads.
class ReaderPool {
 private:
  struct Return {
    ReaderPool* pool = nullptr;
    std::string state;
    void operator()(Reader* reader) const noexcept;
  };

 public:
  using Lease = std::unique_ptr<Reader, Return>;

  /// @param max_idle how many readers are kept that nobody uses.
  ReaderPool(std::unique_ptr<ArchiveSource> source, std::size_t max_idle)
      : source_{std::move(source)}, max_idle_{max_idle} {}
  /// All leases must have ended.
  ~ReaderPool() = default;
  ReaderPool(ReaderPool&&) = delete;

  /// A reader of what is in force now; searches of it look at `stop` (nullptr: nothing stops them).
  /// @throws IndexError (missing).
  [[nodiscard]] Lease lease(const std::atomic<bool>* stop);
  /// Whether somebody writes the archive now.
  [[nodiscard]] bool is_being_written() const noexcept { return source_->is_being_written(); }

 private:
  void take_back(std::unique_ptr<Reader> reader, const std::string& state) noexcept;

  std::unique_ptr<ArchiveSource> source_;
  std::size_t max_idle_;
  std::mutex mutex_;
  std::string idle_state_;  // of all that are idle
  std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace dateline
