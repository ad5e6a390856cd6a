#include "index/writer_lock.h"

#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <thread>

#include "index/error.h"
#include "index/lock_note.h"

namespace dateline {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPoll{50};
// Where a writer has died, lock_holder() holds a shared lock for some microseconds, which must not
// pass for a writer.
constexpr std::chrono::milliseconds kGlance{5};
constexpr int kGlances = 4;

std::string read_note(int fd) {
  std::array<char, 512> note{};
  const auto size = ::pread(fd, note.data(), note.size() - 1, 0);
  return {note.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

void write_note(int fd) {
  const auto note = lock_note();
  // Where the lock can be trusted the note is a courtesy: a full disk must not stop the lock from
  // being taken.
  if (::ftruncate(fd, 0) == 0) (void)!::pwrite(fd, note.data(), note.size(), 0);
}

[[noreturn]] void refuse(const std::filesystem::path& path, std::string_view what, int error) {
  throw IndexError(IndexFault::io, path,
                   fmt::format("{}: cannot {} ({})", path.string(), what, std::strerror(error)));
}

// Whether the lock was got. False: somebody else has it, by the kernel's word or by the file's.
bool try_lock(int fd, const std::filesystem::path& path) {
  bool is_locked = false;
  while (!is_locked) {
    is_locked = ::flock(fd, LOCK_EX | LOCK_NB) == 0;
    if (is_locked) break;
    if (errno == EWOULDBLOCK) return false;
    if (has_no_locks(errno)) break;
    if (errno != EINTR) refuse(path, "be locked", errno);
  }
  if (!may_be_writing(read_note(fd), is_locked && has_trusted_locks(fd))) return true;
  if (is_locked) (void)::flock(fd, LOCK_UN);
  return false;
}

std::string holder_of(int fd) {
  const auto note = read_note(fd);
  return note.empty() ? "another process" : std::string(holder_in(note));
}

// Whether the lock was got in the time that `wait` gives.
bool lock_within(int fd, const std::filesystem::path& path, const LockWait& wait) {
  for (int glance = 0; glance < kGlances; ++glance) {
    if (try_lock(fd, path)) return true;
    std::this_thread::sleep_for(kGlance);
  }
  if (wait.at_most.count() <= 0) return false;
  if (wait.on_wait) wait.on_wait(holder_of(fd));
  const auto end = steady_clock::now() + wait.at_most;
  while (!wait.stop.stop_requested()) {
    if (try_lock(fd, path)) return true;
    const auto now = steady_clock::now();
    if (now >= end) return false;
    std::this_thread::sleep_for(std::min<steady_clock::duration>(kPoll, end - now));
  }
  return false;
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& directory, const LockWait& wait)
    : file_(open_lock_file(directory / "lock")) {
  const auto path = directory / "lock";
  if (!lock_within(file_.fd(), path, wait)) {
    const auto advice = is_of_another_boot(read_note(file_.fd()))
                            ? fmt::format("; if that one has died, remove {}", path.string())
                            : std::string{};
    throw IndexError(IndexFault::locked, directory,
                     fmt::format("index {} is being written by {}; try again when it is done, or "
                                 "wait for it with --wait SECONDS{}",
                                 directory.string(), holder_of(file_.fd()), advice));
  }
  write_note(file_.fd());
}

WriterLock::~WriterLock() { (void)!::ftruncate(file_.fd(), 0); }

std::optional<std::string> lock_holder(const std::filesystem::path& directory) {
  OpenFile file;
  try {
    file = open_if_there(directory / "lock");
  } catch (const IndexError&) {
    return std::nullopt;  // nobody can find out
  }
  if (!file.is_open()) return std::nullopt;
  // A writer empties the note when it leaves; one that was killed could not. So the lock itself is
  // only tried where there is a note, and a writer that begins is hardly ever in the way.
  const auto note = read_note(file.fd());
  const bool held = !note.empty() && ::flock(file.fd(), LOCK_SH | LOCK_NB) != 0 &&
                    (errno == EWOULDBLOCK || (has_no_locks(errno) && may_be_writing(note, false)));
  return held ? std::optional<std::string>(holder_in(note)) : std::nullopt;
}

}  // namespace dateline
