// What an index says of its articles, whatever state it is in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "index/manifest.h"
#include "index/segment.h"
#include "language/date_interval.h"

namespace dateline {

/// An article in force, as its segment describes it.
struct RecordedArticle {
  std::string id;
  std::string source;      ///< source_key() in article_meta.h
  std::uint32_t path = 0;  ///< index into RecordedArticles::paths
  std::uint32_t segment = 0;
  std::uint32_t ordinal = 0;
  std::optional<DateInterval> published;  ///< only where it was given on the command line
  std::string feed = {};                  ///< as in ArticleMeta
};

/// All articles in force of an index that may be damaged or of another schema, as far as they can
/// be read.
struct RecordedArticles {
  std::vector<RecordedArticle> articles;  ///< in the order of the index
  std::vector<std::string> paths;         ///< files that they came from, in the order of first use
  /// The segments; null where this program cannot open one. Their texts may be damaged even so.
  std::vector<std::unique_ptr<Segment>> segments;
  std::uint64_t unreadable = 0;  ///< articles of which not even the id can be read
};

/// Reads them. `is_own_schema`: whether the manifest has the schema of this program. In an index of
/// another schema it reads ids and sources alone, which every schema has kept alike. Linear in the
/// articles; never throws for damage. @throws IndexError (io).
[[nodiscard]] RecordedArticles read_recorded_articles(const std::filesystem::path& directory,
                                                      const std::vector<SegmentEntry>& segments,
                                                      bool is_own_schema);

/// Whether the text of an article can be read from its segment, and is what was indexed.
[[nodiscard]] bool is_intact(const RecordedArticles& recorded, const RecordedArticle& article);

}  // namespace dateline
