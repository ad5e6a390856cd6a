// Which article is which: what a batch knows by id, by source and by content.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "index/snapshot.h"

namespace dateline {

/// What is known of an article before it is annotated.
enum class Novelty : std::uint8_t { added, replaced, moved, unchanged };

/// What a batch decides about an article.
struct Decision {
  Novelty novelty = Novelty::added;
  std::optional<Location> replaces;  ///< the version that goes when this one comes
  std::string left_path;             ///< where it came from before, if that was another file
};

/// An article that a batch has just read.
struct Found {
  std::string source;  ///< source_key()
  std::string path;
  std::string hash;                ///< content_hash()
  bool has_id_of_its_own = false;  ///< its file names its id
  bool has_pages = false;          ///< its text has pages
};

/// Compares what a batch reads with the index as it was when the batch began, and with what the
/// batch has read before.
class Identities {
 public:
  /// Both must outlive it, or both be null: then there was nothing.
  void compare_with(const Snapshot* snapshot, const Finder* finder);

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

  /// Whether an article of this id has been decided about in this batch.
  [[nodiscard]] bool seen(const std::string& id) const { return claims_.contains(id); }
  /// Whether this very article has been: the same content from the same path.
  [[nodiscard]] bool seen(const std::string& id, const Found& found) const;
  /// The id of this very article, which names none, if it has been decided about in this batch.
  [[nodiscard]] std::optional<std::string> decided(const Found& found) const;
  /// Decides about an article by its id, and takes the id.
  [[nodiscard]] Decision decide(const std::string& id, const Found& found);
  /// Takes the id of an article that is known to be unchanged.
  void claim(const std::string& id, const std::string& hash, const std::string& path);
  /// All that this file has, this batch has seen: what else the index has from it, is there no
  /// more.
  void note_complete(const std::string& path) { complete_.insert(path); }

 private:
  // A million of them must fit into memory.
  struct Claim {
    std::uint64_t hash = 0;
    std::uint32_t path = 0;  // number in paths_
  };
  [[nodiscard]] ArticleMeta meta(const Location& where) const;
  [[nodiscard]] bool is_same(const Claim& claim, const std::string& hash,
                             const std::string& path) const;
  [[nodiscard]] bool lacks_pages(const Location& where, const Found& found) const;
  [[nodiscard]] bool may_have(const std::string& path) const;
  [[nodiscard]] std::optional<std::string> known_id(const Found& found) const;

  const Snapshot* snapshot_ = nullptr;
  const Finder* finder_ = nullptr;
  std::unordered_map<std::string, Claim> claims_;                     // by id
  std::unordered_map<std::uint64_t, const std::string*> by_content_;  // hash: an id of claims_
  std::unordered_map<std::uint64_t, const std::string*> by_source_;   // likewise
  std::unordered_map<std::string, std::uint32_t> paths_;
  std::unordered_set<std::string> complete_;
};

}  // namespace dateline
