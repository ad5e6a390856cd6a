#include "index/file_writer.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "index/error.h"
#include "index/folder_listing.h"
#include "index/index_file.h"

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

void sync(const OpenFile& file, const std::filesystem::path& path) {
  // A file system that cannot sync directories says EINVAL; there is nothing more to do there.
  if (::fsync(file.fd()) != 0 && errno != EINVAL) fail(path, "sync", errno);
}

}  // namespace

FileWriter::FileWriter(const std::filesystem::path& path)
    : path_(path), fd_(create_anew(path).release()) {
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
  const auto opened = open_folder(directory);
  if (!opened.is_open()) fail(directory, "open for syncing", errno);
  sync(opened, directory);
}

void sync_tree(const std::filesystem::path& directory) {
  for (const auto& [path, type] : list_tree(directory)) {
    const bool is_folder = type == std::filesystem::file_type::directory;
    sync(is_folder ? open_directory(path) : open_to_read(path), path);
  }
  sync(open_directory(directory), directory);
}

}  // namespace dateline
