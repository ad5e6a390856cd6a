// Which article is which: what a batch knows by id, by source and by content.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "index/snapshot.h"
#include "index/source_records.h"

namespace dateline {

/// What is known of an article before it is annotated.
enum class Novelty : std::uint8_t { added, replaced, moved, unchanged };

/// What a batch decides about an article.
struct Decision {
  Novelty novelty = Novelty::added;
  std::optional<Location> replaces;  ///< the version that goes when this one comes
  std::string left_path;             ///< where it came from before, if that was another file
  std::string feed;                  ///< the name of its source from now on
  bool left_older = false;           ///< that file has it still, in an older version of its feed
};

/// What an article meets under its id. An id belongs to the source that brought it: the file, or
/// all files and streams of one feed. Nobody else gets it as long as that source has it.
enum class Standing : std::uint8_t {
  free,         ///< nothing is in its way
  decided,      ///< this very article has been decided about in this batch
  superseded,   ///< its own feed has told something newer, in another file
  copy,         ///< an article of another source has the id, and is the same
  came_before,  ///< another article of this batch has the id
  foreign,      ///< an article of another source has it, which still has it
};

/// An article that a batch has just read.
struct Found {
  std::string source;  ///< source_key()
  std::string path;
  std::string hash;                ///< content_hash()
  bool has_id_of_its_own = false;  ///< its file names its id
  bool has_pages = false;          ///< its text has pages
  std::uint64_t structure = 0;     ///< structure_hash() of its blocks
  std::string feed = {};           ///< the name of its source; empty: its file is its source
  bool is_news = true;             ///< its file did not have it so when it was last read
};

/// Compares what a batch reads with the index as it was when the batch began, and with what the
/// batch has read before.
class Identities {
 public:
  /// Both must outlive it, or both be null: then there was nothing.
  void compare_with(const Snapshot* snapshot, const Finder* finder);

  /// All that comes from these paths belongs to one feed, from this batch on.
  void join(std::unordered_set<std::string>&& paths, const std::string& feed);

  /// The id of an article that names none: the one that it has if it is known by its source, or by
  /// its content when the file that had it has it no more (it moved); else `wanted`, with folders
  /// of `root` before it, and at last its source's key, until no other article has it.
  [[nodiscard]] std::string id_for(const Found& found, const std::string& wanted,
                                   const std::filesystem::path& root) const;
  /// The id of an article with the same content that another path has, for one that names none and
  /// has none yet. At the end of the batch, is_held() says whether that path still has it.
  [[nodiscard]] std::optional<std::string> duplicate_of(const Found& found) const;
  /// Whether the article of this id is in force, or will be, with this content and from another
  /// path than `path`.
  [[nodiscard]] bool is_held(const std::string& id, const std::string& hash,
                             const std::string& path) const;
  /// The same, whatever its content.
  [[nodiscard]] bool is_held(const std::string& id, const std::string& path) const;

  /// Whether an article of this id has been decided about in this batch.
  [[nodiscard]] bool seen(const std::string& id) const { return claims_.contains(id); }
  /// Whether another path than this has the id in this batch.
  [[nodiscard]] bool is_taken(const std::string& id, const std::string& path) const;
  /// Whether `found` may be indexed under this id. What `foreign` says is final at the end of the
  /// batch: until then the other source may be found to have it no more.
  [[nodiscard]] Standing standing(const std::string& id, const Found& found) const;
  /// Where the article comes from that has the id, in this batch or in the index: its path, and the
  /// name of its source if it has one.
  [[nodiscard]] std::pair<std::string, std::string> holder(const std::string& id) const;
  /// The id of this very article, which names none, if it has been decided about in this batch.
  [[nodiscard]] std::optional<std::string> decided(const Found& found) const;
  /// Decides about an article by its id, and takes the id. For those whose standing is free.
  [[nodiscard]] Decision decide(const std::string& id, const Found& found);
  /// Takes the id of an article of the record of an unchanged file.
  void claim(const SourceArticle& article, const SourceRecord& record);
  /// All that this file has, this batch has seen: what else the index has from it, is there no
  /// more.
  void note_complete(const std::string& path) { complete_.insert(path); }

 private:
  // A million of them must fit into memory.
  struct Claim {
    std::uint64_t hash = 0;
    std::uint32_t place = 0;  // index into places_
    bool is_written = false;  // it was new or changed, and is on its way
  };
  struct Place {
    std::string path;
    std::string feed;
  };
  void take(const std::string& id, Claim claim, const Place& from);
  [[nodiscard]] ArticleMeta meta(const Location& where) const;
  [[nodiscard]] bool is_same(const Claim& claim, const std::string& hash,
                             const std::string& path) const;
  [[nodiscard]] bool is_read_otherwise(const Location& where, const Found& found) const;
  [[nodiscard]] bool is_kin(const Found& found, const ArticleMeta& known) const;
  [[nodiscard]] bool may_have(const std::string& path) const;
  [[nodiscard]] Decision compare(const std::string& id, const Found& found) const;
  [[nodiscard]] Standing standing_in_batch(const Claim& claim, const Found& found) const;
  [[nodiscard]] std::optional<std::string> known_id(const Found& found) const;

  const Snapshot* snapshot_ = nullptr;
  const Finder* finder_ = nullptr;
  std::unordered_map<std::string, Claim> claims_;                     // by id
  std::unordered_map<std::uint64_t, const std::string*> by_content_;  // hash: an id of claims_
  std::unordered_map<std::uint64_t, const std::string*> by_source_;   // likewise
  std::unordered_map<std::string, std::uint32_t> place_of_;           // by path
  std::vector<Place> places_;
  std::unordered_set<std::string> complete_;
  std::unordered_set<std::string> joined_;  // paths of joined_feed_
  std::string joined_feed_;
};

}  // namespace dateline
