// One writer at a time.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "index/index_file.h"

namespace dateline {

/// How long to wait for another writer.
struct LockWait {
  std::chrono::milliseconds at_most{0};  ///< 0: not at all
  /// Called once, when waiting begins, with who holds the lock (lock_holder()); may be empty.
  std::function<void(const std::string& holder)> on_wait;
  std::stop_token stop;  ///< a request ends the waiting as if the time were over
};

/// Holds an index for writing: an exclusive flock(2) on the file `lock`, which the kernel lets go
/// when the process ends in whatever way. The file says who holds the lock (lock_note.h), for the
/// message to the next writer, and to refuse it where the kernel's lock is not seen by both.
/// Without locks two that begin in the same moment may still both get it. Chosen over Xapian's own
/// lock, whose error does not distinguish "busy" from "permission denied" and whose waiting flag
/// waits for ever.
class WriterLock {
 public:
  /// Takes the lock, asking again every 50 ms as long as `wait` says. The directory must exist.
  /// @throws IndexError (locked) naming the holder; (io) when the file cannot be opened or locked
  ///         for another reason: no permission, a read-only medium, or it is no file of its own
  ///         (a link, a FIFO, a file that has other names, too).
  explicit WriterLock(const std::filesystem::path& directory, const LockWait& wait = {});
  ~WriterLock();
  WriterLock(WriterLock&&) = delete;

 private:
  OpenFile file_;
};

/// Who writes the index just now: "process 4711 on host since 2001-02-19T10:00:00+0100" (local
/// time); nullopt when nobody does, or nobody can find out (no such file, no permission, another
/// kind of file).
[[nodiscard]] std::optional<std::string> lock_holder(const std::filesystem::path& directory);

}  // namespace dateline
