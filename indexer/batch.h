// One batch against an index: which articles are new, and what is published.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "corpus/article.h"
#include "index/manifest.h"
#include "index/snapshot.h"
#include "index/writer_lock.h"
#include "indexer/indexed_article.h"
#include "indexer/segment_writer.h"

namespace dateline {

/// What is known of an article before it is annotated.
enum class Novelty : std::uint8_t { added, replaced, moved, unchanged };

/// What a batch decides about an article.
struct Decision {
  Novelty novelty = Novelty::added;
  std::optional<Location> replaces;  ///< the version that goes when this one comes
};

/// Holds the index's lock from construction to destruction; collects articles into a segment and publishes it.
class Batch {
 public:
  /// Opens or creates the index, sweeps what a crashed writer left.
  /// @throws IndexError: missing (damaged, other schema or analyzer), locked, io.
  Batch(const std::filesystem::path& directory, const std::string& language);

  [[nodiscard]] const Manifest& manifest() const noexcept { return manifest_; }
  /// The articles in force when the batch began that something else than the manifest's extractor
  /// annotated, but for those that this batch has replaced or is about to.
  [[nodiscard]] std::vector<Location> stale() const;
  /// An article of stale(), as its reader gave it, and as the index describes it.
  [[nodiscard]] Article stored(const Location& where) const;
  [[nodiscard]] ArticleMeta stored_meta(const Location& where) const;

  /// The id of an article that names none: the one that it has if it is known by its source, or by its content when
  /// the file that had it is gone (it moved); else `wanted`, with folders of `root` before it, and at last its source's
  /// key, until no other article has it.
  [[nodiscard]] std::string id_for(const std::string& source, const std::string& hash,
                                   const std::string& wanted,
                                   const std::filesystem::path& root) const;
  /// Whether an article of this id has been decided about in this batch.
  [[nodiscard]] bool seen(const std::string& id) const { return seen_.contains(id); }
  /// Decides about an article by its id, and takes the id.
  [[nodiscard]] Decision decide(const std::string& id, const std::string& hash,
                                const std::string& source);

  /// Puts the article into the segment being written; what it replaces goes with the same publication.
  void add(const IndexedArticle& article, const std::optional<Location>& replaces);
  /// Bytes of text collected since the last publication.
  [[nodiscard]] std::uint64_t pending_bytes() const noexcept;
  void note_root(const std::string& root);
  /// What articles are annotated with from now on, and the user's names in it.
  void note_extractor(const std::string& version, const std::string& names);

  /// Puts what was collected in force, if there is anything.
  void publish();
  /// Merges when there are more than kMaxSegments.
  void merge();
  /// Removes what is no longer named, but for what readers have open. The batch can add nothing afterwards.
  void finish();

  static constexpr std::size_t kMaxSegments = 8;

 private:
  [[nodiscard]] std::string new_segment_name() const;
  [[nodiscard]] std::optional<std::string> known_id(const std::string& source,
                                                    const std::string& hash) const;
  void sweep() const;

  std::filesystem::path directory_;
  std::unique_ptr<WriterLock> lock_;
  Manifest manifest_;
  bool is_new_ = false;
  bool changed_ = false;  // the manifest, otherwise than by articles
  std::unique_ptr<Snapshot>
      snapshot_;  // as it was when the batch began: what articles are compared with
  std::unique_ptr<Finder> finder_;
  std::unordered_set<std::string> seen_;
  std::set<Location> replaced_;    // in snapshot_, since the batch began
  std::vector<Location> removed_;  // in snapshot_, since the last publication
  std::unique_ptr<SegmentWriter> writer_;
  std::string writer_name_;
};

}  // namespace dateline
