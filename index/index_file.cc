#include "index/index_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

#include "index/error.h"
#include "index/folder_listing.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// A FIFO that nobody writes must not be waited for, and a link not be followed.
constexpr int kSafely = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
constexpr mode_t kFileMode = 0666;  // less what the umask takes
constexpr std::size_t kReadPiece = std::size_t{1} << 16;

std::string reason(int error) { return std::generic_category().message(error); }

[[noreturn]] void refuse_file(const fs::path& path, std::string_view what) {
  throw IndexError(
      IndexFault::missing, path,
      fmt::format("{}: {}; the index is damaged, build it again", path.string(), what));
}

[[noreturn]] void fail_to(std::string_view what, const fs::path& path, std::string_view why) {
  throw IndexError(IndexFault::io, path,
                   fmt::format("{}: cannot {} ({})", path.string(), what, why));
}

struct stat stat_of(int fd, const fs::path& path) {
  struct stat info{};
  if (::fstat(fd, &info) != 0) fail_to_read(path, errno);
  return info;
}

OpenFile regular(OpenFile file, const fs::path& path) {
  if (!S_ISREG(stat_of(file.fd(), path).st_mode)) refuse_file(path, "is no regular file");
  return file;
}

}  // namespace

OpenFile::~OpenFile() {
  if (fd_ >= 0) ::close(fd_);
}

void fail_to_read(const fs::path& path, int error) {
  if (error == ELOOP) refuse_file(path, "is a symbolic link, which an index has not");
  if (error == ENXIO) refuse_file(path, "is no regular file");  // a socket
  if (error == ENOENT || error == ENOTDIR)
    refuse_file(path, fmt::format("cannot be read ({})", reason(error)));
  fail_to("be read", path, reason(error));
}

void pass_over_damage(const IndexError& error) {
  if (error.fault() != IndexFault::missing) throw error;
}

OpenFile open_to_read(const fs::path& path) {
  OpenFile file(::open(path.c_str(), O_RDONLY | kSafely));
  if (!file.is_open()) fail_to_read(path, errno);
  return regular(std::move(file), path);
}

OpenFile open_if_there(const fs::path& path) {
  OpenFile file(::open(path.c_str(), O_RDONLY | kSafely));
  if (file.is_open()) return regular(std::move(file), path);
  if (errno == ENOENT) return file;
  fail_to_read(path, errno);
}

bool is_there(const fs::path& path) {
  struct stat info{};
  if (::stat(path.c_str(), &info) == 0) return true;
  if (errno == ENOENT || errno == ENOTDIR) return false;
  fail_to_read(path, errno);
}

OpenFile create_anew(const fs::path& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) fail_to("be replaced", path, reason(errno));
  OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | kSafely, kFileMode));
  if (!file.is_open()) fail_to("be created", path, reason(errno));
  return file;
}

OpenFile open_lock_file(const fs::path& path) {
  OpenFile file(::open(path.c_str(), O_RDWR | O_CREAT | kSafely, kFileMode));
  const int error = errno;
  struct stat info{};
  if (file.is_open() && ::fstat(file.fd(), &info) == 0 && S_ISREG(info.st_mode) &&
      info.st_nlink == 1)
    return file;
  const bool is_of_another_kind =
      file.is_open() || error == ELOOP || error == ENXIO || error == EISDIR;
  fail_to("be opened for writing", path,
          is_of_another_kind ? "it is no file of its own; take it away" : reason(error));
}

OpenFile open_folder(const fs::path& path) noexcept {
  return OpenFile(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

OpenFile open_directory(const fs::path& path) {
  OpenFile directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | kSafely));
  if (directory.is_open()) return directory;
  // With both flags a link is said to be no directory.
  if (errno == ENOTDIR) refuse_file(path, "is no directory, or a symbolic link");
  fail_to_read(path, errno);
}

std::string read_whole(const OpenFile& file, const fs::path& path, std::size_t limit_bytes) {
  std::string bytes;
  std::array<char, kReadPiece> piece;
  for (;;) {
    const auto got = ::read(file.fd(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_to_read(path, errno);
    if (got == 0) return bytes;
    bytes.append(piece.data(), static_cast<std::size_t>(got));
    if (bytes.size() > limit_bytes)
      refuse_file(path,
                  fmt::format("is larger than the {} MB that it may have", limit_bytes >> 20U));
  }
}

void check_plain_files(const fs::path& directory, OtherNames other_names) {
  const auto opened = open_directory(directory);
  std::error_code error;
  const auto entries = list_folder(directory, error);
  if (error) fail_to_read(directory, error.value());
  for (const auto& entry : entries) {
    struct stat info{};
    if (::fstatat(opened.fd(), entry.path.filename().c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0)
      fail_to_read(entry.path, errno);
    if (!S_ISREG(info.st_mode)) refuse_file(entry.path, "is no regular file");
    if (other_names == OtherNames::refused && info.st_nlink != 1)
      refuse_file(entry.path, "is a file that has other names, too");
  }
}

}  // namespace dateline
