// One batch against an index: which articles are new, and what is published.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "corpus/article.h"
#include "index/manifest.h"
#include "index/schema.h"
#include "index/snapshot.h"
#include "index/source_records.h"
#include "index/writer_lock.h"
#include "indexer/annotate/indexed_article.h"
#include "indexer/identities.h"
#include "indexer/new_arrivals.h"
#include "indexer/segment/merge_policy.h"
#include "indexer/segment/segment_writer.h"

namespace dateline {

/// Holds the index's lock from construction to destruction; collects articles into segments and
/// publishes them. There are two kinds: one goes on with what is there; the other builds all anew,
/// compares with nothing and publishes once, at its end.
class Batch {
 public:
  /// Opens or creates the index, sweeps what a crashed writer left.
  /// @throws IndexError: missing (damaged, other schema or analyzer), locked, io.
  Batch(const std::filesystem::path& directory, const std::string& language,
        const LockWait& wait = {});

  /// Begins to build an index of any schema and analyzer anew, beside what is in force.
  /// @throws IndexError: missing (there is none, or its manifest is damaged), locked, io.
  [[nodiscard]] static std::unique_ptr<Batch> rebuilding(const std::filesystem::path& directory,
                                                         const LockWait& wait);

  /// What the next publication makes of the manifest, so far.
  [[nodiscard]] const Manifest& manifest() const noexcept { return manifest_; }
  /// The segments that are in force until a batch that builds anew ends.
  [[nodiscard]] const std::vector<SegmentEntry>& replaced_segments() const noexcept {
    return base_;
  }
  /// Whether those have this program's schema.
  [[nodiscard]] bool replaces_own_schema() const noexcept { return base_schema_ == kSchemaVersion; }
  /// The articles in force when the batch began that something else than the manifest's extractor
  /// annotated, without those that this batch has replaced or is about to replace.
  [[nodiscard]] std::vector<Location> stale() const;
  /// An article of stale(), as its reader gave it, and as the index describes it.
  [[nodiscard]] Article stored(const Location& where) const;
  [[nodiscard]] ArticleMeta stored_meta(const Location& where) const;

  /// Which article is which.
  [[nodiscard]] Identities& identities() noexcept { return identities_; }
  /// The records of the files; null in a batch that builds anew. What is put there is in force with
  /// the next publication, or at the end.
  [[nodiscard]] SourceRecords* records() noexcept { return records_.get(); }
  /// Whether an article of this id has been decided about in this batch.
  [[nodiscard]] bool seen(const std::string& id) const { return identities_.seen(id); }
  /// Takes an id; decides nothing more than Identities::decide without a path.
  Decision decide(const std::string& id, const std::string& hash, const std::string& source) {
    return identities_.decide(id, {source, {}, hash});
  }

  /// Puts the article into the segment being written; what it replaces goes with the same
  /// publication.
  void add(const IndexedArticle& article, const std::optional<Location>& replaces);
  /// Publishes what was collected before, and then the article in a segment of its own, or, once a
  /// stop is requested, gives it up, as if it had never come. @return false then. For articles so
  /// large that writing them takes long.
  [[nodiscard]] bool add_alone(const IndexedArticle& article,
                               const std::optional<Location>& replaces,
                               const std::stop_token& stop);
  /// The same in a batch that builds anew. `before`: the version that is in force until it ends.
  void add_rebuilt(const IndexedArticle& article, const std::optional<EarlierVersion>& before);
  /// Takes an article out, with the next publication. @return how many events go with it; nullopt
  /// when no article of this id is in force.
  [[nodiscard]] std::optional<std::uint64_t> remove(const std::string& id);
  /// Bytes of text collected since the last publication.
  [[nodiscard]] std::uint64_t pending_bytes() const noexcept;
  void note_root(const std::string& root);
  /// What articles are annotated with from now on, and the user's names in it.
  void note_extractor(const std::string& version, const std::string& names);

  /// Puts what was collected in force, if there is anything. A batch that builds anew writes it,
  /// and leaves it to switch_over() to put it in force.
  void publish();
  /// Ends a batch that builds anew: its segments are in force, and those before it are not.
  void switch_over();
  /// Gives up a batch that builds anew: what was in force stays, what was written is removed.
  void abandon();
  /// Merges what this batch has published, so that a long one keeps the number of segments down on
  /// its way.
  void merge_added(const std::stop_token& stop);
  /// Merges as next_merge() says, each merge a publication; a stop request leaves the rest as it
  /// is. Afterwards only merge_all() and finish() may be called.
  void merge(const std::stop_token& stop);
  /// Merges all segments into one, and drops what is removed. @return false when there was nothing
  /// to do, or a stop was requested.
  bool merge_all(const std::stop_token& stop);
  /// Removes the segments that no manifest names, unless a reader has them open. The batch can add
  /// nothing afterwards.
  void finish();

 private:
  struct Rebuilding {};
  Batch(const std::filesystem::path& directory, const LockWait& wait, Rebuilding mode);

  void open_snapshot();
  /// Merges segments from `first` on as next_merge() says.
  void merge_from(std::size_t first, const std::stop_token& stop);
  [[nodiscard]] bool merge_these(const std::vector<std::size_t>& which,
                                 const std::stop_token& stop);
  void begin_segment();
  void note_added(const IndexedArticle& article, const std::optional<Location>& replaces);
  void write_out();
  void put_in_force();
  [[nodiscard]] std::vector<SegmentEntry> named_segments() const;
  [[nodiscard]] std::string new_name() const;
  void sweep() const;

  std::filesystem::path directory_;
  std::unique_ptr<WriterLock> lock_;
  Manifest manifest_;
  bool is_new_ = false;
  bool changed_ = false;  // the manifest, otherwise than by articles
  bool rebuilding_ = false;
  std::vector<SegmentEntry> base_;  // in force, while this one builds all anew
  int base_schema_ = kSchemaVersion;
  std::vector<SegmentWeight> weights_;  // of the manifest's segments
  std::unique_ptr<Snapshot>
      snapshot_;  // as it was when the batch began: what articles are compared with
  std::unique_ptr<Finder> finder_;
  Identities identities_;
  std::unique_ptr<SourceRecords> records_;
  std::set<Location> replaced_;    // in snapshot_, since the batch began
  std::vector<Location> removed_;  // in snapshot_, since the last publication
  std::unique_ptr<SegmentWriter> writer_;
  std::string writer_name_;
  NewArrivals arrivals_;  // of the segment being written
};

}  // namespace dateline
