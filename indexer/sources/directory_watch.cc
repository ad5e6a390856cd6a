#include "indexer/sources/directory_watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "corpus/article_reader.h"
#include "index/error.h"
#include "index/folder_listing.h"
#include "index/manifest.h"
#include "indexer/sources/source_files.h"

// The kernel reports every write to a file, and nothing below a folder that has no watch of its
// own. So a path is handed on only when it has rested for a while, and by what it is then, whatever
// was reported of it; and a new folder is listed after its watch is set, since files may have come
// before it. When the kernel has dropped events, nothing is known, and the caller must look at
// everything.

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr int kPollMilliseconds = 200;
constexpr std::uint32_t kEvents = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO |
                                  IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF |
                                  IN_ONLYDIR | IN_EXCL_UNLINK;

bool is_at_or_below(const fs::path& path, const fs::path& directory) {
  const auto& whole = path.native();
  const auto& part = directory.native();
  return whole.starts_with(part) && (whole.size() == part.size() || whole[part.size()] == '/');
}

[[noreturn]] void fail(const fs::path& path, int error) {
  const auto* advice = error == ENOSPC || error == EMFILE
                           ? "; raise fs.inotify.max_user_watches or fs.inotify.max_user_instances"
                           : "";
  throw IndexError(
      IndexFault::io, path,
      fmt::format("{}: cannot be watched ({}){}", path.string(), std::strerror(error), advice));
}

}  // namespace

DirectoryWatch::DirectoryWatch(std::vector<fs::path> roots, bool follows)
    : fd_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), roots_(std::move(roots)), follows_(follows) {
  if (fd_ < 0) fail(roots_.empty() ? fs::path{} : roots_.front(), errno);
  try {
    for (const auto& root : roots_) follow(root, false);
  } catch (...) {
    ::close(fd_);
    throw;
  }
}

DirectoryWatch::~DirectoryWatch() { ::close(fd_); }

// Files that were written before the watch was set count as written, so that none is missed.
void DirectoryWatch::follow(const fs::path& directory, bool report_files) {
  if (holds_index(directory)) return;
  const int watch = ::inotify_add_watch(fd_, directory.c_str(), kEvents);
  if (watch < 0) {
    if (errno == ENOSPC) fail(directory, errno);
    return;  // gone again, or not to be entered
  }
  directories_[watch] = directory;
  std::error_code error;
  const auto entries = list_folder(directory, error);
  // The batch that looks at everything tells what cannot be read.
  if (error && report_files) overflowed_ = true;
  for (const auto& entry : entries) {
    if (is_hidden(entry.path)) continue;
    if (entry.type == fs::file_type::directory) {
      follow(entry.path, report_files);
    } else if (report_files) {
      touch(entry.path, false);
    }
  }
}

bool DirectoryWatch::is_passed_over(const fs::path& path) const {
  if (follows_) return false;
  return std::none_of(roots_.begin(), roots_.end(), [&](const fs::path& root) {
    return is_at_or_below(path, root) && !leads_out(path, root);
  });
}

void DirectoryWatch::forget(const fs::path& directory) {
  for (auto it = directories_.begin(); it != directories_.end();) {
    if (!is_at_or_below(it->second, directory)) {
      ++it;
      continue;
    }
    (void)::inotify_rm_watch(fd_, it->first);
    it = directories_.erase(it);
  }
}

void DirectoryWatch::touch(const fs::path& path, bool is_gone) {
  if (holds_index(path.parent_path())) return;  // which it was not when it was followed
  if (!is_gone && (!is_readable_name(path) || is_passed_over(path))) return;
  touched_[path] = {Clock::now(), is_gone};
}

void DirectoryWatch::read_events() {
  constexpr std::size_t kBufferBytes = std::size_t{64} << 10;
  alignas(inotify_event) std::array<char, kBufferBytes> buffer{};
  for (;;) {
    const auto got = ::read(fd_, buffer.data(), buffer.size());
    if (got <= 0) return;
    for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      take(event.wd, event.mask, event.len > 0 ? std::string(name) : std::string{});
      at += sizeof event + event.len;
    }
  }
}

void DirectoryWatch::take(int watch, std::uint32_t mask, const std::string& name) {
  if ((mask & IN_Q_OVERFLOW) != 0) {
    overflowed_ = true;
    return;
  }
  const auto found = directories_.find(watch);
  if (found == directories_.end()) return;
  const auto directory = found->second;
  if ((mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) != 0) {
    // For other folders than the roots, the folder above reports it.
    if (std::find(roots_.begin(), roots_.end(), directory) == roots_.end()) return;
    lost_.push_back(directory);
    forget(directory);
    return;
  }
  const auto path = directory / name;
  if (name.empty() || is_hidden(path)) return;
  const bool is_gone = (mask & (IN_DELETE | IN_MOVED_FROM)) != 0;
  if ((mask & IN_ISDIR) == 0) {
    touch(path, is_gone);
  } else if (is_gone) {
    forget(path);
    touch(path, true);
  } else if ((mask & (IN_CREATE | IN_MOVED_TO)) != 0) {
    touched_.erase(path);
    follow(path, true);
  }
}

void DirectoryWatch::move_settled(std::chrono::milliseconds rest, Changes& changes) {
  const auto now = Clock::now();
  for (auto it = touched_.begin(); it != touched_.end();) {
    if (now - it->second.at < rest) {
      ++it;
      continue;
    }
    std::error_code error;
    // For a file that came and went, or went and came, only its state now counts.
    const bool is_there = fs::exists(it->first, error) || error;
    if (!is_there) {
      changes.gone.push_back(it->first);
    } else if (!it->second.is_gone || fs::is_regular_file(it->first, error)) {
      changes.written.push_back(it->first);
    }
    it = touched_.erase(it);
  }
}

DirectoryWatch::Changes DirectoryWatch::wait(std::chrono::milliseconds rest,
                                             const std::stop_token& stop) {
  Changes changes;
  while (!stop.stop_requested()) {
    pollfd waiting{fd_, POLLIN, 0};
    (void)::poll(&waiting, 1, kPollMilliseconds);
    read_events();
    if (overflowed_) {
      overflowed_ = false;
      touched_.clear();
      for (const auto& root : roots_) follow(root, false);
      changes.overflowed = true;
    }
    move_settled(rest, changes);
    changes.lost = std::exchange(lost_, {});
    if (changes.overflowed || !changes.written.empty() || !changes.gone.empty() ||
        !changes.lost.empty())
      return changes;
  }
  return {};
}

}  // namespace dateline
