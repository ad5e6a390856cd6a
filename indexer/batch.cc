#include "indexer/batch.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "index/error.h"
#include "indexer/annotator.h"
#include "indexer/segment_merger.h"
#include "language/analyzer.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// The manifest of an index that is there, or of a new one.
Manifest open_or_create(const fs::path& directory, const std::string& language, bool& is_new) {
  if (fs::exists(manifest_path(directory))) {
    is_new = false;
    return read_manifest(directory);
  }
  is_new = true;
  Manifest manifest;
  manifest.language = language;
  manifest.analyzer = Analyzer(language).fingerprint();
  manifest.extractor = extractor_version();
  return manifest;
}

void make_directory(const fs::path& directory) {
  std::error_code error;
  // A directory that holds something else must not be taken for an index by mistake.
  if (fs::is_directory(directory, error) && !fs::is_empty(directory, error) &&
      !fs::exists(manifest_path(directory)) && !fs::exists(directory / "lock")) {
    throw IndexError(
        IndexFault::missing, directory,
        fmt::format("{} is not empty and no Dateline index: name another directory with --index",
                    directory.string()));
  }
  fs::create_directories(directory / "segments", error);
  if (error) {
    throw IndexError(IndexFault::io, directory,
                     fmt::format("{}: cannot be made ({})", directory.string(), error.message()));
  }
}

// Whether some reader has the segment open (Segment holds a shared lock on this file).
bool in_use(const fs::path& segment) {
  const int fd = ::open((segment / "columns").c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool locked = ::flock(fd, LOCK_EX | LOCK_NB) != 0;
  ::close(fd);
  return locked;
}

}  // namespace

Batch::Batch(const fs::path& directory, const std::string& language) : directory_(directory) {
  make_directory(directory_);
  lock_ = std::make_unique<WriterLock>(directory_);
  manifest_ = open_or_create(directory_, language, is_new_);
  if (const auto fingerprint = Analyzer(manifest_.language).fingerprint();
      fingerprint != manifest_.analyzer) {
    throw IndexError(
        IndexFault::missing, directory_,
        fmt::format(
            "index {} was made by another analyzer ({}; this program has {}): index its sources "
            "again into a new directory",
            directory_.string(), manifest_.analyzer, fingerprint));
  }
  sweep();
  if (!is_new_) {
    snapshot_ = std::make_unique<Snapshot>(directory_);
    finder_ = std::make_unique<Finder>(*snapshot_);
  }
}

bool Batch::is_taken(const std::string& id, const std::string& path) const {
  if (!finder_) return false;
  const auto where = finder_->article(id);
  if (!where) return false;
  const auto known = snapshot_->segment(where->segment).meta(where->ordinal).path;
  return known != path && fs::exists(known);
}

Novelty Batch::classify(std::string& id, const std::string& hash, const std::string& path) {
  const auto decide = [&] {
    if (!finder_) return Novelty::added;
    if (const auto where = finder_->article(id)) {
      const auto meta = snapshot_->segment(where->segment).meta(where->ordinal);
      if (meta.hash == hash && meta.path == path) return Novelty::unchanged;
      removed_.push_back(*where);
      return meta.hash == hash ? Novelty::moved : Novelty::replaced;
    }
    for (const auto& where : finder_->articles_with_hash(hash)) {
      const auto meta = snapshot_->segment(where.segment).meta(where.ordinal);
      if (fs::exists(meta.path) || seen_.contains(meta.id)) continue;
      id = meta.id;
      removed_.push_back(where);
      return Novelty::moved;
    }
    return Novelty::added;
  };
  const auto novelty = decide();
  seen_.insert(id);
  return novelty;
}

void Batch::add(const IndexedArticle& article) {
  if (!writer_) {
    writer_name_ = new_segment_name();
    writer_ = std::make_unique<SegmentWriter>(segment_path(directory_, writer_name_));
  }
  writer_->add(article);
}

std::uint64_t Batch::pending_bytes() const noexcept { return writer_ ? writer_->text_bytes() : 0; }

void Batch::note_root(const std::string& root) {
  if (std::find(manifest_.roots.begin(), manifest_.roots.end(), root) != manifest_.roots.end())
    return;
  manifest_.roots.push_back(root);
  roots_changed_ = true;
}

void Batch::publish() {
  if (!writer_ && !is_new_ && !roots_changed_) return;
  if (writer_) {
    writer_->finish();
    manifest_.segments.push_back(
        {writer_name_, writer_->article_count(), writer_->event_count(), {}});
    writer_.reset();
  }
  for (const auto& where : removed_) {
    auto& removed = manifest_.segments[where.segment].removed;
    removed.insert(std::lower_bound(removed.begin(), removed.end(), where.ordinal), where.ordinal);
  }
  removed_.clear();
  ++manifest_.generation;
  write_manifest(directory_, manifest_);
  is_new_ = false;
  roots_changed_ = false;
}

void Batch::merge_and_sweep() {
  if (manifest_.segments.size() > kMaxSegments) {
    const Snapshot now(directory_);
    manifest_.segments = {merge_segments(now, new_segment_name())};
    ++manifest_.generation;
    write_manifest(directory_, manifest_);
  }
  finder_.reset();
  snapshot_.reset();
  sweep();
}

std::string Batch::new_segment_name() const {
  unsigned next = 1;
  for (const auto& entry : fs::directory_iterator(directory_ / "segments")) {
    const auto name = entry.path().filename().string();
    unsigned number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    next = std::max(next, number + 1);
  }
  return fmt::format("{:06}", next);
}

void Batch::sweep() const {
  for (const auto& entry : fs::directory_iterator(directory_ / "segments")) {
    const auto name = entry.path().filename().string();
    const bool named =
        std::any_of(manifest_.segments.begin(), manifest_.segments.end(),
                    [&](const SegmentEntry& segment) { return segment.name == name; });
    std::error_code ignored;  // what cannot be removed now, a later batch removes
    if (!named && !in_use(entry.path())) fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace dateline
