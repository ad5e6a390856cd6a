// What a batch of indexing is asked for, how far it is, and what it did.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/article_reader.h"
#include "index/writer_lock.h"
#include "indexer/sources/source_files.h"
#include "language/countries/name_overrides.h"

namespace dateline {

/// What a batch is to do.
struct IndexOptions {
  std::filesystem::path index;               ///< directory; made when absent
  std::vector<std::filesystem::path> paths;  ///< files and directories
  /// A file that holds what standard input gave; its name says of which kind it is. The articles
  /// have the path "-" and ids made of their content, and never count as vanished.
  std::optional<std::filesystem::path> stream;
  /// Directories that ids count from, of files below them that are under no root of the index.
  std::vector<std::filesystem::path> roots;
  std::vector<std::filesystem::path> gone;  ///< files and directories known to have been removed
  /// The name of the one source that all of them belong to; empty: each file is a source, and what
  /// has a name keeps it. An id belongs to the source that brought it (identities.h).
  std::string feed;
  bool follow = false;          ///< symbolic links that lead out of the directories given
  bool take_over = false;       ///< articles may take ids that belong to another source
  bool reread = false;          ///< read files that have not changed, too
  bool prune = false;           ///< take out vanished articles, except doubtful ones (vanished.h)
  bool prune_all = false;       ///< those, too
  std::string language = "en";  ///< of a new index; an existing one keeps its own
  ReadOptions reading;
  /// The user's own names; nullopt: those that the index was last given.
  std::optional<NameOverrides> names;
  bool reannotate = false;  ///< renew articles whose facets are stale, from their stored texts
  LockWait wait;            ///< for another writer
  unsigned threads = 0;     ///< 0: one a core
  std::uint64_t publish_bytes = std::uint64_t{64} << 20;  ///< publish after so many bytes of text
};

/// How far a batch is.
struct IndexProgress {
  std::size_t files_done = 0;
  std::size_t files = 0;
  std::uintmax_t bytes_done = 0;  ///< of the files as they lie on disk
  std::uintmax_t bytes = 0;
  std::uint64_t articles = 0;  ///< read so far
  std::uint64_t written = 0;   ///< new, changed, moved or renewed, and handed to the index
  std::uint64_t safe = 0;      ///< of them, those that are published
  std::uint64_t renewed = 0;   ///< annotated again, of:
  std::uint64_t to_renew = 0;
  std::size_t skipped = 0;
};

/// What a batch did.
struct IndexReport {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t moved = 0;  ///< known by content, found at another path; they keep their ids
  std::uint64_t unchanged = 0;
  std::uint64_t duplicates = 0;  ///< files or records with the content of an article that is kept
  std::uint64_t superseded = 0;  ///< records of which another file of their feed has a newer one
  std::uint64_t vanished = 0;    ///< no longer where they came from, below the paths given
  std::uint64_t pruned = 0;      ///< of them, those taken out
  std::vector<std::string> vanished_ids;  ///< the first of them
  std::uint64_t renewed = 0;              ///< annotated again, from their stored texts
  std::uint64_t stale = 0;                ///< in the index now, found by other rules or other names
  std::uint64_t events = 0;               ///< of the articles added, replaced and renewed
  std::uint64_t text_bytes = 0;           ///< of the same articles
  std::size_t files = 0;
  OtherFiles others;  ///< passed over in directories
  double seconds = 0;
  bool interrupted = false;  ///< stopped on request; what is counted here is published
  std::vector<Problem> problems;
  std::uint64_t articles_total = 0;  ///< in the index now
  std::uint64_t events_total = 0;

  [[nodiscard]] std::size_t skipped() const noexcept;
};

}  // namespace dateline
