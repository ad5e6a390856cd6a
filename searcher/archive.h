// An archive that answers everything that people ask of it: an index on this machine, or a cluster.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "index/index_info.h"
#include "index/manifest.h"
#include "searcher/answers/pairs.h"
#include "searcher/answers/person_pairs.h"
#include "searcher/answers/persons.h"
#include "searcher/answers/timeline.h"
#include "searcher/hit/article_view.h"
#include "searcher/matches.h"
#include "searcher/searcher.h"

namespace dateline {

/// How an archive lies in a cluster.
struct ClusterParts {
  int schema = 0;                   ///< of its documents
  unsigned shards = 0;              ///< of each of its two indices
  unsigned replicas = 0;            ///< further copies of each shard
  std::uint64_t article_bytes = 0;  ///< of one copy
  std::uint64_t event_bytes = 0;    ///< likewise
};

/// What an archive holds, in figures.
struct ArchiveInfo {
  std::string place;  ///< its folder, or its address
  Manifest manifest;  ///< of a cluster: without segments
  IndexInfo figures;
  std::optional<std::uint64_t> duplicates;   ///< files of a content that another file has
  std::optional<std::string> writer;         ///< who writes it now
  std::optional<ClusterParts> cluster = {};  ///< where it lies in one
};

/// As it stood when it was opened. For one thread; several may have one each. All functions @throw
/// IndexError (missing): damaged, or not to be reached.
class Archive {
 public:
  Archive() = default;
  Archive(Archive&&) = delete;
  virtual ~Archive() = default;

  /// Where it is, for people: its folder, or its address.
  [[nodiscard]] virtual std::string place() const = 0;
  /// Its folder on this machine; nullopt: it is elsewhere.
  [[nodiscard]] virtual std::optional<std::filesystem::path> directory() const = 0;
  /// Answers searches. Valid as long as this object. @throws IndexError (missing) when another
  /// analyzer made the archive, too; what only shows it, does not mind.
  [[nodiscard]] virtual Searcher& searcher() = 0;
  /// As the functions of their names: make_pairs(), make_person_pairs(), make_persons(),
  /// TimelineReader.
  [[nodiscard]] virtual PairTable pairs(const PairsRequest& request) = 0;
  [[nodiscard]] virtual PairTable pairs(const Matches& matches, const PairsRequest& request) = 0;
  [[nodiscard]] virtual PersonPairTable person_pairs(const PersonPairsRequest& request) = 0;
  [[nodiscard]] virtual PersonTable persons(const PersonsRequest& request) = 0;
  /// This object must outlive it. @throws CursorError.
  [[nodiscard]] virtual TimelineReader timeline(TimelineRequest request) = 0;
  [[nodiscard]] virtual TimelineReader timeline(const Matches& matches,
                                                TimelineRequest request) = 0;
  /// The article or event of this id as view_of() and whole_view_of() give it; nullopt: none is in
  /// force.
  [[nodiscard]] virtual std::optional<ArticleView> view(std::string_view id) = 0;
  [[nodiscard]] virtual std::optional<ArticleView> whole_view(std::string_view id) = 0;
  /// How many articles, or events, are in force.
  [[nodiscard]] virtual std::uint64_t live_count(DocumentKind kind) = 0;
  /// What it is made of: language, analyzer, extractor, generation. Of a cluster without segments.
  [[nodiscard]] virtual const Manifest& manifest() = 0;
  /// @param extractor as in index_info().
  [[nodiscard]] virtual ArchiveInfo info(std::string_view extractor) = 0;
};

/// An index on this machine. @throws IndexError (missing): none there, damaged, of another schema.
[[nodiscard]] std::unique_ptr<Archive> open_local_archive(const std::filesystem::path& index);

/// Opens an archive again whenever it has changed: for servers. May be called by several threads.
class ArchiveSource {
 public:
  ArchiveSource() = default;
  ArchiveSource(ArchiveSource&&) = delete;
  virtual ~ArchiveSource() = default;

  /// The archive as it is now. @throws IndexError (missing).
  [[nodiscard]] virtual std::unique_ptr<Archive> open() = 0;
  /// Names what is in force now, at little cost; empty when there is nothing, or it is not known.
  [[nodiscard]] virtual std::string state() noexcept = 0;
  /// Whether somebody writes it now, at little cost.
  [[nodiscard]] virtual bool is_being_written() noexcept = 0;
};

[[nodiscard]] std::unique_ptr<ArchiveSource> local_archive_source(std::filesystem::path index);

}  // namespace dateline
