#include "index/writer_lock.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>

#include "index/error.h"

namespace dateline {

WriterLock::WriterLock(const std::filesystem::path& directory) {
  const auto path = directory / "lock";
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) {
    throw IndexError(
        IndexFault::io, directory,
        fmt::format("{}: cannot open for writing ({})", path.string(), std::strerror(errno)));
  }
  if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    std::array<char, 128> holder{};
    const auto size = ::pread(fd_, holder.data(), holder.size() - 1, 0);
    ::close(fd_);
    if (error != EWOULDBLOCK) {
      throw IndexError(IndexFault::io, directory,
                       fmt::format("{}: cannot lock ({})", path.string(), std::strerror(error)));
    }
    throw IndexError(IndexFault::locked, directory,
                     fmt::format("index {} is being written by {}; try again when it is done",
                                 directory.string(), size > 0 ? holder.data() : "another process"));
  }
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  const auto text =
      fmt::format("process {} since {:%Y-%m-%d %H:%M:%S}", ::getpid(), fmt::localtime(now));
  // The note is a courtesy: a full disk must not stop the lock from being taken.
  if (::ftruncate(fd_, 0) == 0) (void)!::pwrite(fd_, text.data(), text.size(), 0);
}

WriterLock::~WriterLock() {
  (void)!::ftruncate(fd_, 0);
  ::close(fd_);
}

}  // namespace dateline
