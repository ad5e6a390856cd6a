// Open indexes, one for each request that is being answered.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "searcher/searcher.h"
#include "searcher/suggest/understanding.h"

namespace dateline {

/// An index as it stood when it was opened, and what answers questions of it. For one thread at a
/// time.
class Reader {
 public:
  /// @throws IndexError (missing).
  explicit Reader(const std::filesystem::path& index)
      : searcher_(index), understanding_(searcher_) {}
  Reader(Reader&&) = delete;

  [[nodiscard]] Searcher& searcher() noexcept { return searcher_; }
  [[nodiscard]] Understanding& understanding() noexcept { return understanding_; }
  /// Names the state of the index: its id and generation. Other states have other names.
  [[nodiscard]] std::string state_name() const;

 private:
  Searcher searcher_;
  Understanding understanding_;
};

/// Hands out readers, and takes them back for the next who asks. A publication is seen at once: who
/// asks after it gets a reader of the new state, and who is reading goes on in the old. May be called
/// by several threads.
class ReaderPool {
 private:
  struct Stamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t changed = 0;  // nanoseconds
    std::int64_t size = -1;    // -1: not there

    friend bool operator==(const Stamp&, const Stamp&) = default;
  };

  struct Return {
    ReaderPool* pool = nullptr;
    Stamp stamp;
    void operator()(Reader* reader) const noexcept;
  };

 public:
  using Lease = std::unique_ptr<Reader, Return>;

  /// @param max_idle how many readers are kept that nobody uses.
  ReaderPool(std::filesystem::path index, std::size_t max_idle)
      : index_{std::move(index)}, max_idle_{max_idle} {}
  /// All leases must have ended.
  ~ReaderPool() = default;
  ReaderPool(ReaderPool&&) = delete;

  /// A reader of what is in force now; searches of it look at `stop` (nullptr: nothing stops them).
  /// @throws IndexError (missing).
  [[nodiscard]] Lease lease(const std::atomic<bool>* stop);

  [[nodiscard]] const std::filesystem::path& index() const noexcept { return index_; }

 private:
  [[nodiscard]] Stamp stamp() const noexcept;
  void take_back(std::unique_ptr<Reader> reader, const Stamp& stamp) noexcept;

  std::filesystem::path index_;
  std::size_t max_idle_;
  std::mutex mutex_;
  Stamp idle_stamp_;  // of all that are idle
  std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace dateline
