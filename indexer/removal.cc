#include "indexer/removal.h"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include <set>

#include "index/error.h"
#include "index/index_info.h"
#include "index/manifest.h"
#include "index/snapshot.h"
#include "indexer/batch.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// A batch on an index that is there: neither command may make one.
Batch open_batch(const fs::path& directory, const LockWait& wait) {
  return {directory, read_manifest(directory).language, wait};
}

std::uint64_t removed_count(const Manifest& manifest) {
  std::uint64_t count = 0;
  for (const auto& segment : manifest.segments) count += segment.removed.size();
  return count;
}

std::uint64_t megabytes(std::uint64_t bytes) { return bytes / 1'000'000 + 1; }

// The new segment is no larger than the old ones together.
void check_room(const fs::path& directory, std::uint64_t needed) {
  struct statvfs disk{};
  if (::statvfs(directory.c_str(), &disk) != 0) return;  // writing will find out
  const auto free = std::uint64_t{disk.f_bavail} * disk.f_frsize;
  if (free >= needed) return;
  throw IndexError(
      IndexFault::io, directory,
      fmt::format("{}: compacting needs up to {} MB beside the old segments, and {} MB are free; "
                  "the index is as it was",
                  directory.string(), megabytes(needed), megabytes(free)));
}

}  // namespace

RemovalReport remove_articles(const fs::path& directory, const std::vector<std::string>& ids,
                              const LockWait& wait, const std::stop_token& stop) {
  auto batch = open_batch(directory, wait);
  RemovalReport report;
  std::set<std::string> seen;
  for (const auto& id : ids) {
    if (!seen.insert(id).second) continue;
    if (const auto events = batch.remove(id)) {
      report.events += *events;
      report.removed.push_back(id);
    } else {
      report.unknown.push_back(id);
    }
  }
  if (!report.removed.empty()) {
    batch.publish();
    batch.merge(stop);
  }
  batch.finish();
  for (const auto& segment : batch.manifest().segments)
    report.articles_total += segment.articles - segment.removed.size();
  return report;
}

CompactionReport compact_index(const fs::path& directory, const LockWait& wait,
                               const std::stop_token& stop) {
  auto batch = open_batch(directory, wait);
  CompactionReport report;
  report.bytes_before = index_size(directory, batch.manifest()).total();
  report.bytes_after = report.bytes_before;
  report.segments_before = batch.manifest().segments.size();
  const auto removed = removed_count(batch.manifest());
  if (report.segments_before > 1 || removed > 0) check_room(directory, report.bytes_before);
  report.done = batch.merge_all(stop);
  batch.finish();
  const auto size = index_size(directory, batch.manifest());
  report.bytes_after = size.total();
  report.bytes_held = size.unnamed;
  if (report.done) report.removed = removed;
  return report;
}

}  // namespace dateline
