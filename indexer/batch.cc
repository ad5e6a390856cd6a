#include "indexer/batch.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "index/error.h"
#include "index/file_writer.h"
#include "indexer/plain_id.h"
#include "indexer/reannotation.h"
#include "indexer/segment_merger.h"
#include "language/analyzer.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// Whether a file is there. Where that cannot be told (its folder may not be entered), it is taken to be, so that
// nothing of it is taken over.
bool may_exist(const fs::path& path) {
  std::error_code unknown;
  return fs::exists(path, unknown) || unknown;
}

// The manifest of an index that is there, or of a new one.
Manifest open_or_create(const fs::path& directory, const std::string& language, bool& is_new) {
  is_new = !may_exist(manifest_path(directory));
  Manifest manifest;
  if (!is_new) manifest = read_manifest(directory);
  if (manifest.id.empty()) manifest.id = new_index_id();
  if (!is_new) return manifest;
  manifest.language = language;
  manifest.analyzer = Analyzer(language).fingerprint();
  return manifest;
}

// Whether a directory holds nothing but what a writer makes before it has published for the first time.
bool is_begun_index(const fs::path& directory) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory, error)) {
    const auto name = entry.path().filename();
    if (name != "lock" && name != "segments" && name != "manifest.json.new") return false;
  }
  return !error;
}

void make_directory(const fs::path& directory) {
  std::error_code error;
  // A directory that holds something else must not be taken for an index by mistake.
  if (fs::is_directory(directory, error) && !may_exist(manifest_path(directory)) &&
      !is_begun_index(directory)) {
    throw IndexError(
        IndexFault::missing, directory,
        fmt::format("{} is not empty and no Dateline index: name another directory with --index",
                    directory.string()));
  }
  fs::create_directories(directory, error);
  if (error) {
    throw IndexError(IndexFault::io, directory,
                     fmt::format("{}: cannot be made ({})", directory.string(), error.message()));
  }
}

// Removes a segment unless some reader has it open (Segment holds a shared lock on this file). The lock is held until
// the files are gone: a reader that comes meanwhile is told, and reads the manifest anew.
void remove_unless_read(const fs::path& segment) {
  const int fd = ::open((segment / "columns").c_str(), O_RDONLY | O_CLOEXEC);
  std::error_code ignored;  // what cannot be removed now, a later batch removes
  if (fd < 0 || ::flock(fd, LOCK_EX | LOCK_NB) == 0) fs::remove_all(segment, ignored);
  if (fd >= 0) ::close(fd);
}

}  // namespace

Batch::Batch(const fs::path& directory, const std::string& language) : directory_(directory) {
  make_directory(directory_);
  lock_ = std::make_unique<WriterLock>(directory_);
  manifest_ = open_or_create(directory_, language, is_new_);
  check_analyzer(directory_, manifest_, Analyzer(manifest_.language));
  std::error_code error;
  fs::create_directories(directory_ / "segments", error);
  if (error) {
    throw IndexError(
        IndexFault::io, directory_,
        fmt::format("{}: cannot be written ({})", directory_.string(), error.message()));
  }
  sweep();
  if (!is_new_) {
    snapshot_ = std::make_unique<Snapshot>(directory_);
    finder_ = std::make_unique<Finder>(*snapshot_);
  }
}

std::optional<std::string> Batch::known_id(const std::string& source,
                                           const std::string& hash) const {
  if (!finder_) return std::nullopt;
  if (const auto where = finder_->article_from(source)) return stored_meta(*where).id;
  for (const auto& where : finder_->articles_with_hash(hash)) {
    const auto meta = stored_meta(where);
    if (!may_exist(meta.path) && !seen_.contains(meta.id)) return meta.id;
  }
  return std::nullopt;
}

std::string Batch::id_for(const std::string& source, const std::string& hash,
                          const std::string& wanted, const fs::path& root) const {
  if (const auto known = known_id(source, hash); known && !seen_.contains(*known)) return *known;
  const auto is_free = [this](const std::string& id) {
    return !seen_.contains(id) && !(finder_ && finder_->article(id));
  };
  auto id = wanted;
  for (fs::path above = root; !is_free(id) && above.has_filename(); above = above.parent_path()) {
    id.insert(0, fmt::format("{}/", plain_id(above.filename().string())));
  }
  return is_free(id) ? id : fmt::format("{}~{}", wanted, source);
}

Decision Batch::decide(const std::string& id, const std::string& hash, const std::string& source) {
  seen_.insert(id);
  if (!finder_) return {};
  const auto where = finder_->article(id);
  if (!where) return {};
  const auto meta = snapshot_->segment(where->segment).meta(where->ordinal);
  if (meta.hash != hash) return {Novelty::replaced, where};
  if (meta.source != source) return {Novelty::moved, where};
  return {Novelty::unchanged, std::nullopt};
}

void Batch::add(const IndexedArticle& article, const std::optional<Location>& replaces) {
  if (!writer_) {
    writer_name_ = new_segment_name();
    writer_ = std::make_unique<SegmentWriter>(segment_path(directory_, writer_name_));
  }
  writer_->add(article);
  if (!replaces) return;
  removed_.push_back(*replaces);
  replaced_.insert(*replaces);
}

std::uint64_t Batch::pending_bytes() const noexcept { return writer_ ? writer_->text_bytes() : 0; }

void Batch::note_root(const std::string& root) {
  if (std::find(manifest_.roots.begin(), manifest_.roots.end(), root) != manifest_.roots.end())
    return;
  manifest_.roots.push_back(root);
  changed_ = true;
}

void Batch::note_extractor(const std::string& version, const std::string& names) {
  if (manifest_.extractor == version && manifest_.names == names) return;
  manifest_.extractor = version;
  manifest_.names = names;
  changed_ = true;
}

std::vector<Location> Batch::stale() const {
  if (!snapshot_) return {};
  auto stale = stale_articles(*snapshot_, manifest_.extractor);
  std::erase_if(stale, [this](const Location& where) { return replaced_.contains(where); });
  return stale;
}

Article Batch::stored(const Location& where) const {
  return stored_article(snapshot_->segment(where.segment), where.ordinal);
}

ArticleMeta Batch::stored_meta(const Location& where) const {
  return snapshot_->segment(where.segment).meta(where.ordinal);
}

void Batch::publish() {
  if (!writer_ && !is_new_ && !changed_) return;
  if (writer_) {
    writer_->finish();
    sync_directory(directory_ / "segments");
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
  changed_ = false;
}

void Batch::merge() {
  if (manifest_.segments.size() <= kMaxSegments) return;
  const Snapshot now(directory_);
  manifest_.segments = {merge_segments(now, new_segment_name())};
  sync_directory(directory_ / "segments");
  ++manifest_.generation;
  write_manifest(directory_, manifest_);
}

void Batch::finish() {
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
    if (!named) remove_unless_read(entry.path());
  }
}

}  // namespace dateline
