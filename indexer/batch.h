// One batch against an index: which articles are new, and what is published.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "index/manifest.h"
#include "index/snapshot.h"
#include "index/writer_lock.h"
#include "indexer/indexed_article.h"
#include "indexer/segment_writer.h"

namespace dateline {

/// What is known of an article before it is annotated.
enum class Novelty : std::uint8_t { added, replaced, moved, unchanged };

/// Holds the index's lock from construction to destruction; collects articles into a segment and
/// publishes it.
class Batch {
 public:
  /// Opens or creates the index, sweeps what a crashed writer left.
  /// @throws IndexError: missing (damaged, other schema or analyzer), locked, io.
  Batch(const std::filesystem::path& directory, const std::string& language);

  [[nodiscard]] const Manifest& manifest() const noexcept { return manifest_; }

  /// Decides about an article by its id, content hash and path, and notes what it replaces. Where
  /// it is a known one that moved, `id` is set to the id that it keeps.
  [[nodiscard]] Novelty classify(std::string& id, const std::string& hash, const std::string& path);
  /// Whether this id has been classified before in this batch.
  [[nodiscard]] bool seen(const std::string& id) const { return seen_.contains(id); }
  /// Whether an article of this id, from another file that still exists, is in force.
  [[nodiscard]] bool is_taken(const std::string& id, const std::string& path) const;

  void add(const IndexedArticle& article);
  /// Bytes of text collected since the last publication.
  [[nodiscard]] std::uint64_t pending_bytes() const noexcept;
  void note_root(const std::string& root);

  /// Puts what was collected in force, if there is anything.
  void publish();
  /// Merges when there are more than kMaxSegments, and sweeps what is no longer named.
  void merge_and_sweep();

  static constexpr std::size_t kMaxSegments = 8;

 private:
  [[nodiscard]] std::string new_segment_name() const;
  void sweep() const;

  std::filesystem::path directory_;
  std::unique_ptr<WriterLock> lock_;
  Manifest manifest_;
  bool is_new_ = false;
  bool roots_changed_ = false;
  std::unique_ptr<Snapshot>
      snapshot_;  // as it was when the batch began: what articles are compared with
  std::unique_ptr<Finder> finder_;
  std::unordered_set<std::string> seen_;
  std::vector<Location> removed_;  // in snapshot_, since the last publication
  std::unique_ptr<SegmentWriter> writer_;
  std::string writer_name_;
};

}  // namespace dateline
