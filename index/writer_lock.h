// One writer at a time.
#pragma once

#include <filesystem>

namespace dateline {

/// Holds an index for writing: an exclusive flock(2) on the file `lock`, which the kernel lets go
/// when the process ends in whatever way. The file tells who holds it (pid and since when), for the
/// message to the next writer. Chosen over Xapian's own lock, whose error cannot tell "busy" from
/// "permission denied" and whose waiting flag waits for ever.
class WriterLock {
 public:
  /// Takes the lock without waiting. The directory must exist.
  /// @throws IndexError (locked) naming the holder; (io) when the file cannot be made.
  explicit WriterLock(const std::filesystem::path& directory);
  ~WriterLock();
  WriterLock(WriterLock&&) = delete;

 private:
  int fd_ = -1;
};

}  // namespace dateline
