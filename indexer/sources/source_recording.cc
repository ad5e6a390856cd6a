#include "indexer/sources/source_recording.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <utility>

#include "corpus/input/file_kind.h"

namespace dateline {
namespace {

constexpr std::int64_t kNanoseconds = 1'000'000'000;
constexpr std::int64_t kUnsettled = 2 * kNanoseconds;

std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

std::uint64_t reader_version(const std::filesystem::path& path) {
  return kind_of(path) == FileKind::pdf ? kPdfReaderVersion : kReaderVersion;
}

std::optional<FileState> file_state(const std::filesystem::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileState{static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec};
}

FilePresence presence_of(const std::filesystem::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) == 0) return {};
  const int error = errno;
  if (error == ENOENT || error == ENOTDIR) return {true, {}};
  return {false, {error, std::generic_category()}};
}

bool is_known(const SourceRecord& record, const FileState& state, const std::string& published,
              const std::string& feed) {
  return record.is_settled && record.size_bytes == state.size_bytes &&
         record.modified_ns == state.modified_ns && record.reader == reader_version(record.path) &&
         (published.empty() || published == record.published) &&
         (feed.empty() || feed == record.feed);
}

std::optional<std::uint64_t> files_of_other_readers(const std::filesystem::path& index) {
  const auto records = recorded_files(index);
  if (!records) return std::nullopt;
  return static_cast<std::uint64_t>(std::count_if(
      records->begin(), records->end(),
      [](const SourceRecord& record) { return record.reader != reader_version(record.path); }));
}

SourceRecord begin_record(const std::filesystem::path& path, const FileState& state,
                          const std::string& published) {
  SourceRecord record;
  record.path = path.string();
  record.size_bytes = state.size_bytes;
  record.modified_ns = state.modified_ns;
  record.is_settled = state.modified_ns + kUnsettled < now_ns();
  record.reader = reader_version(path);
  record.published = published;
  return record;
}

void PendingRecords::put(SourceRecord record, std::uint64_t articles) {
  changes_.push_back({What::put, std::move(record), {}, articles});
}

void PendingRecords::change(What what, std::string&& path, std::string&& id,
                            std::uint64_t articles) {
  SourceRecord record;
  record.path = std::move(path);
  changes_.push_back({what, std::move(record), std::move(id), articles});
}

void PendingRecords::drop(std::string path, std::string id, std::uint64_t articles) {
  change(What::drop, std::move(path), std::move(id), articles);
}

void PendingRecords::supersede(std::string path, std::string id, std::uint64_t articles) {
  change(What::supersede, std::move(path), std::move(id), articles);
}

void PendingRecords::hand_over(SourceRecords& records, std::uint64_t written) {
  for (; !changes_.empty() && changes_.front().needs <= written; changes_.pop_front()) {
    const auto& change = changes_.front();
    switch (change.what) {
      case What::put:
        records.put(change.record);
        break;
      case What::drop:
        records.drop(change.record.path, change.id);
        break;
      case What::supersede:
        records.supersede(change.record.path, change.id);
        break;
    }
  }
}

}  // namespace dateline
