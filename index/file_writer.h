// Writing files so that they are whole or absent.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

/// A new file, written from front to back through a buffer.
class FileWriter {
 public:
  /// Creates or truncates. @throws IndexError (io).
  explicit FileWriter(const std::filesystem::path& path);
  ~FileWriter();
  FileWriter(FileWriter&&) = delete;

  /// @throws IndexError (io), for instance when the disk is full.
  void write(std::string_view bytes);
  /// Bytes written so far.
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// Flushes, syncs to disk and closes. Without it the file is left as it is. @throws IndexError
  /// (io).
  void finish();

 private:
  void flush();

  std::filesystem::path path_;
  int fd_ = -1;
  std::string buffer_;
  std::uint64_t size_ = 0;
};

/// Replaces `path` by `bytes` in one step: written beside it, synced, renamed over it, the
/// directory synced. A crash leaves the old or the new. @throws IndexError (io).
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// Syncs a directory's entries. @throws IndexError (io).
void sync_directory(const std::filesystem::path& directory);

/// Syncs every file below `directory`, and the directories themselves. @throws IndexError (io).
void sync_tree(const std::filesystem::path& directory);

}  // namespace dateline
