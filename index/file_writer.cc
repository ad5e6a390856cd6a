#include "index/file_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "index/error.h"
#include "index/folder_listing.h"

namespace dateline {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 18;

[[noreturn]] void fail(const std::filesystem::path& path, std::string_view what, int error) {
  const char* hint = error == ENOSPC || error == EDQUOT
                         ? "; free some space and run the same command again"
                     : error == EFBIG ? "; raise the limit of file sizes (ulimit -f)"
                                      : "";
  throw IndexError(
      IndexFault::io, path,
      fmt::format("{}: cannot {} ({}){}", path.string(), what, std::strerror(error), hint));
}

void sync_path(const std::filesystem::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) fail(path, "open for syncing", errno);
  const int result = ::fsync(fd);
  const int error = errno;
  ::close(fd);
  // A file system that cannot sync directories says EINVAL; there is nothing more to do there.
  if (result != 0 && error != EINVAL) fail(path, "sync", error);
}

}  // namespace

FileWriter::FileWriter(const std::filesystem::path& path) : path_(path) {
  fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd_ < 0) fail(path, "create", errno);
  buffer_.reserve(kBufferBytes);
}

FileWriter::~FileWriter() {
  if (fd_ >= 0) ::close(fd_);
}

void FileWriter::write(std::string_view bytes) {
  size_ += bytes.size();
  buffer_ += bytes;
  if (buffer_.size() >= kBufferBytes) flush();
}

void FileWriter::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const auto written = ::write(fd_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path_, "write", errno);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void FileWriter::finish() {
  flush();
  if (::fsync(fd_) != 0) fail(path_, "sync", errno);
  const int result = ::close(fd_);
  fd_ = -1;
  if (result != 0) fail(path_, "close", errno);
}

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path beside = path;
  beside += ".new";
  FileWriter file(beside);
  file.write(bytes);
  file.finish();
  if (::rename(beside.c_str(), path.c_str()) != 0) fail(path, "replace", errno);
  sync_directory(path.parent_path());
}

void sync_directory(const std::filesystem::path& directory) {
  sync_path(directory, O_RDONLY | O_DIRECTORY);
}

void sync_tree(const std::filesystem::path& directory) {
  for (const auto& [path, type] : list_tree(directory)) {
    const bool is_folder = type == std::filesystem::file_type::directory;
    sync_path(path, is_folder ? O_RDONLY | O_DIRECTORY : O_RDONLY);
  }
  sync_path(directory, O_RDONLY | O_DIRECTORY);
}

}  // namespace dateline
