// The whole index as it stood at one moment.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "index/article_terms.h"
#include "index/manifest.h"
#include "index/segment.h"
#include "language/words/analyzer.h"

namespace dateline {

/// Where an article or an event is: its segment, and its ordinal there.
struct Location {
  std::uint32_t segment = 0;
  std::uint32_t ordinal = 0;
  friend constexpr auto operator<=>(const Location&, const Location&) noexcept = default;
};

/// One article or event of a snapshot: which kind it is, and where.
struct DocumentRef {
  DocumentKind kind = DocumentKind::article;
  Location location;
};

/// Refuses an index whose terms were made by another analyzer: its words and a query's would
/// silently not match.
/// @throws IndexError (missing).
void check_analyzer(const std::filesystem::path& directory, const Manifest& manifest,
                    const Analyzer& analyzer);

/// All segments of one manifest, open. What is published later does not change it; open another to
/// see that.
class Snapshot {
 public:
  /// @throws IndexError (missing).
  explicit Snapshot(const std::filesystem::path& directory);
  /// Only those of its segments that are wanted; manifest() names no others.
  /// @throws IndexError (missing).
  Snapshot(const std::filesystem::path& directory,
           const std::function<bool(const SegmentEntry&)>& is_wanted);

  [[nodiscard]] const std::filesystem::path& directory() const noexcept { return directory_; }
  [[nodiscard]] const Manifest& manifest() const noexcept { return manifest_; }
  [[nodiscard]] std::size_t segment_count() const noexcept { return segments_.size(); }
  [[nodiscard]] const Segment& segment(std::size_t i) const noexcept { return *segments_[i]; }
  /// How many articles, or events, are in force.
  [[nodiscard]] std::uint64_t live_count(DocumentKind kind) const noexcept;

 private:
  std::filesystem::path directory_;
  Manifest manifest_;
  std::vector<std::unique_ptr<Segment>> segments_;
};

/// Looks articles and events up by id and content; keeps its databases open. For one thread.
class Finder {
 public:
  /// `snapshot` must outlive it. @throws IndexError (missing).
  explicit Finder(const Snapshot& snapshot);
  ~Finder();
  Finder(Finder&&) = delete;

  /// The article of this id that is in force.
  [[nodiscard]] std::optional<Location> article(std::string_view id) const;
  /// The event of this id ("article#hash", "article#hash.2").
  [[nodiscard]] std::optional<Location> event(std::string_view id) const;
  /// The article or event of this id.
  [[nodiscard]] std::optional<DocumentRef> document(std::string_view id) const;
  /// The article in force that came from this source (source_key() in article_meta.h).
  [[nodiscard]] std::optional<Location> article_from(std::string_view source) const;
  /// Articles in force whose content has this hash (16 hex digits).
  [[nodiscard]] std::vector<Location> articles_with_hash(std::string_view hash) const;

 private:
  [[nodiscard]] std::vector<Location> with_term(const std::string& term) const;

  const Snapshot& snapshot_;
  std::vector<ArticleTerms> terms_;  // of each segment
};

}  // namespace dateline
