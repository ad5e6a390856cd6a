#include "indexer/batch.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "index/file_writer.h"
#include "indexer/reannotation.h"
#include "indexer/segment/index_directory.h"
#include "indexer/segment/segment_directory.h"
#include "indexer/segment/segment_merger.h"
#include "indexer/source_reconciliation.h"
#include "language/words/analyzer.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// A batch never changes what is in force: it writes segments that nobody knows of, and then
// replaces the manifest, which names them, by one rename. All that goes with a publication (removed
// articles, the records of files, what saved queries will take for new) is collected until then, so
// that a crash at any moment leaves the state of the last publication, and orphans that the next
// batch sweeps.
//
// What it reads is compared with `snapshot_`, the index as it was when the batch began, and not
// with what the batch itself has published since: Identities knows that. So the snapshot's
// locations stay good although segments are added behind it, and merge_added() merges only those.
// merge() breaks that, and comes last.

// Replaces the first of some elements by `by`, and takes the others out.
template <typename T>
void replace(std::vector<T>& all, const std::vector<std::size_t>& which, std::optional<T> by) {
  for (auto it = which.rbegin(); it != which.rend(); ++it) {
    const auto at = all.begin() + static_cast<std::ptrdiff_t>(*it);
    if (*it == which.front() && by) {
      *at = std::move(*by);
    } else {
      all.erase(at);
    }
  }
}

}  // namespace

Batch::Batch(const fs::path& directory, const std::string& language, const LockWait& wait)
    : directory_(directory) {
  make_index_directory(directory_);
  lock_ = std::make_unique<WriterLock>(directory_, wait);
  manifest_ = manifest_for(directory_, language, is_new_);
  check_analyzer(directory_, manifest_, Analyzer(manifest_.language));
  make_segment_directory(directory_);
  sweep();
  records_ = std::make_unique<SourceRecords>(directory_);
  if (!is_new_) open_snapshot();
}

void Batch::open_snapshot() {
  snapshot_ = std::make_unique<Snapshot>(directory_);
  finder_ = std::make_unique<Finder>(*snapshot_);
  for (std::size_t s = 0; s < snapshot_->segment_count(); ++s) {
    const Segment& segment = snapshot_->segment(s);
    SegmentWeight weight{segment.text_bytes(), segment.text_bytes()};
    for (const auto article : manifest_.segments[s].removed)
      weight.live -= segment.text(article).size();
    weights_.push_back(weight);
  }
  identities_.compare_with(snapshot_.get(), finder_.get());
  if (records_->generation() != manifest_.generation) reconcile(*records_, *snapshot_);
}

Batch::Batch(const fs::path& directory, const LockWait& wait, Rebuilding /*mode*/)
    : directory_(directory), rebuilding_(true) {
  // No lock is made where there is no index.
  (void)read_manifest_of_any_schema(directory_, base_schema_);
  lock_ = std::make_unique<WriterLock>(directory_, wait);
  manifest_ = read_manifest_of_any_schema(directory_, base_schema_);
  if (manifest_.id.empty()) manifest_.id = new_index_id();
  manifest_.analyzer = Analyzer(manifest_.language).fingerprint();
  base_ = std::move(manifest_.segments);
  manifest_.segments.clear();
  make_segment_directory(directory_);
  sweep();
}

std::unique_ptr<Batch> Batch::rebuilding(const fs::path& directory, const LockWait& wait) {
  return std::unique_ptr<Batch>(new Batch(directory, wait, Rebuilding{}));
}

void Batch::begin_segment() {
  if (writer_) return;
  writer_name_ = new_name();
  writer_ = std::make_unique<SegmentWriter>(segment_path(directory_, writer_name_));
}

void Batch::add_rebuilt(const IndexedArticle& article,
                        const std::optional<EarlierVersion>& before) {
  begin_segment();
  writer_->add(article);
  arrivals_.add(article, before);
}

void Batch::add(const IndexedArticle& article, const std::optional<Location>& replaces) {
  begin_segment();
  writer_->add(article);
  note_added(article, replaces);
}

bool Batch::add_alone(const IndexedArticle& article, const std::optional<Location>& replaces,
                      const std::stop_token& stop) {
  publish();
  begin_segment();
  if (!writer_->add(article, stop) || !writer_->finish(stop)) {
    writer_.reset();
    return false;
  }
  note_added(article, replaces);
  publish();
  return true;
}

void Batch::note_added(const IndexedArticle& article, const std::optional<Location>& replaces) {
  if (!replaces) {
    arrivals_.add(article, std::nullopt);
    return;
  }
  const auto& entry = snapshot_->manifest().segments[replaces->segment];
  arrivals_.add(article,
                EarlierVersion{entry, &snapshot_->segment(replaces->segment), replaces->ordinal});
  removed_.push_back(*replaces);
  replaced_.insert(*replaces);
}

std::uint64_t Batch::pending_bytes() const noexcept { return writer_ ? writer_->text_bytes() : 0; }

std::optional<std::uint64_t> Batch::remove(const std::string& id) {
  if (!finder_) return std::nullopt;
  const auto where = finder_->article(id);
  if (!where || !replaced_.insert(*where).second) return std::nullopt;
  removed_.push_back(*where);
  if (records_) {
    records_->drop(stored_meta(*where).path, id);
    for (const auto& path : records_->other_paths(id)) records_->drop(path, id);
  }
  const auto [begin, end] = snapshot_->segment(where->segment).events_of(where->ordinal);
  return end - begin;
}

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

void Batch::write_out() {
  if (!writer_) return;
  writer_->finish();
  sync_directory(directory_ / "segments");
  manifest_.segments.push_back(writer_->entry());
  arrivals_.move_into(manifest_.segments.back(), manifest_.generation + 1);
  weights_.push_back({writer_->text_bytes(), writer_->text_bytes()});
  writer_.reset();
}

// Publishes. The saved queries are held meanwhile, so that one that is being added counts from this
// publication or from the one before.
void Batch::put_in_force() {
  const auto held = forget_arrivals(directory_, manifest_.generation + 1, manifest_);
  ++manifest_.generation;
  write_manifest(directory_, manifest_);
  if (records_) records_->commit(manifest_.generation);
}

void Batch::publish() {
  if (!writer_ && !is_new_ && !changed_ && removed_.empty()) return;
  write_out();
  if (rebuilding_) return;
  for (const auto& where : removed_) {
    auto& removed = manifest_.segments[where.segment].removed;
    removed.insert(std::lower_bound(removed.begin(), removed.end(), where.ordinal), where.ordinal);
    weights_[where.segment].live -= snapshot_->segment(where.segment).text(where.ordinal).size();
  }
  removed_.clear();
  put_in_force();
  is_new_ = false;
  changed_ = false;
}

void Batch::merge_added(const std::stop_token& stop) {
  // Nothing in memory refers to the segments that this batch has added.
  merge_from(snapshot_ ? snapshot_->segment_count() : 0, stop);
}

void Batch::switch_over() {
  write_out();
  put_in_force();
  rebuilding_ = false;
  base_.clear();
}

void Batch::abandon() {
  writer_.reset();
  arrivals_ = {};
  manifest_.segments.clear();
  sweep();
}

void Batch::merge(const std::stop_token& stop) { merge_from(0, stop); }

void Batch::merge_from(std::size_t first, const std::stop_token& stop) {
  for (;;) {
    auto which = next_merge(std::span{weights_}.subspan(first));
    for (auto& s : which) s += first;
    if (which.empty() || !merge_these(which, stop)) return;
  }
}

bool Batch::merge_all(const std::stop_token& stop) {
  const auto& segments = manifest_.segments;
  if (segments.empty() || (segments.size() == 1 && segments.front().removed.empty())) return false;
  std::vector<std::size_t> all(segments.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return merge_these(all, stop);
}

bool Batch::merge_these(const std::vector<std::size_t>& which, const std::stop_token& stop) {
  const auto is_empty = [this](std::size_t s) {
    return manifest_.segments[s].removed.size() == manifest_.segments[s].articles;
  };
  std::optional<SegmentEntry> merged;
  SegmentWeight weight;
  if (!std::all_of(which.begin(), which.end(), is_empty)) {
    const Snapshot now(directory_);
    merged = merge_segments(now, which, new_name(), stop);
    if (!merged) return false;
    join_arrivals(now, which, *merged);
    for (const auto s : which) weight.live += weights_[s].live;
    weight.total = weight.live;
    sync_directory(directory_ / "segments");
  }
  replace(weights_, which, merged ? std::optional(weight) : std::nullopt);
  replace(manifest_.segments, which, std::move(merged));
  put_in_force();
  return true;
}

void Batch::finish() {
  if (records_) records_->commit(manifest_.generation);
  identities_.compare_with(nullptr, nullptr);
  finder_.reset();
  snapshot_.reset();
  sweep();
}

std::vector<SegmentEntry> Batch::named_segments() const {
  auto named = manifest_.segments;
  named.insert(named.end(), base_.begin(), base_.end());
  return named;
}

std::string Batch::new_name() const { return new_segment_name(directory_, named_segments()); }

void Batch::sweep() const { sweep_segments(directory_, named_segments()); }

}  // namespace dateline
