#include "indexer/segment/segment_directory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

#include "index/error.h"
#include "index/folder_listing.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

fs::path segment_directory(const fs::path& index) { return index / "segments"; }

// Removes a segment unless some reader has it open (Segment holds a shared lock on this file). The
// lock is held until the files are gone: a reader that comes meanwhile fails to get it, and reads
// the manifest anew.
void remove_unless_read(const fs::path& segment) {
  const int fd = ::open((segment / "columns").c_str(), O_RDONLY | O_CLOEXEC);
  std::error_code ignored;  // what cannot be removed now, a later batch removes
  // Where the file may be there and cannot be opened, a reader may have it open.
  if (fd < 0 && errno != ENOENT && errno != ENOTDIR) return;
  if (fd < 0 || ::flock(fd, LOCK_EX | LOCK_NB) == 0) fs::remove_all(segment, ignored);
  if (fd >= 0) ::close(fd);
}

// 0 for what is no segment's name.
unsigned segment_number(const std::string& name) {
  unsigned number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

}  // namespace

void make_segment_directory(const fs::path& index) {
  std::error_code error;
  fs::create_directories(segment_directory(index), error);
  if (!error) return;
  throw IndexError(IndexFault::io, index,
                   fmt::format("{}: cannot be written ({})", index.string(), error.message()));
}

std::string new_segment_name(const fs::path& index, const std::vector<SegmentEntry>& named) {
  unsigned last = 0;
  for (const auto& entry : list_folder(segment_directory(index)))
    last = std::max(last, segment_number(entry.path.filename().string()));
  for (const auto& entry : named) last = std::max(last, segment_number(entry.name));
  return fmt::format("{:06}", last + 1);
}

void sweep_segments(const fs::path& index, const std::vector<SegmentEntry>& named) {
  for (const auto& entry : list_folder(segment_directory(index))) {
    const auto name = entry.path.filename().string();
    const bool is_named = std::any_of(named.begin(), named.end(), [&](const SegmentEntry& segment) {
      return segment.name == name;
    });
    if (!is_named) remove_unless_read(entry.path);
  }
}

}  // namespace dateline
