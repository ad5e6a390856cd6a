// What the index keeps of an article beside its text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/date_interval.h"

namespace dateline {

/// An article's description.
struct ArticleMeta {
  std::string id;
  std::string title;
  std::vector<std::string> authors;
  std::optional<DateInterval> published;
  std::string published_source;  ///< "front-matter", "chronology-heading", … (corpus/article.h)
  std::string language;
  std::string path;        ///< absolute path of the file it came from; may not be UTF-8
  std::string offsets_in;  ///< "file": spans count bytes of the file; "text": of the extracted text
  std::string hash;        ///< of everything that was read: 16 hex digits of XXH3
  std::string source;      ///< source_key() of where it came from
  /// The name of the source that it belongs to, as the command line gave it; empty: its file is its
  /// source. Earlier versions wrote none.
  std::string feed = {};
  /// What title, authors and language came from, as published_source, and the words that say when
  /// it appeared. Earlier versions wrote none of them.
  std::string title_source = {};
  std::string authors_source = {};
  std::string language_source = {};
  std::string published_from = {};
};

/// The path of articles that standard input gave.
inline constexpr std::string_view kStreamPath = "-";

/// Names a place that articles come from: 16 hex digits of XXH3 over the path and the article's
/// number in the file.
[[nodiscard]] std::string source_key(std::string_view path, std::size_t number);

/// What no column of its own holds: all but id, title, authors and published.
[[nodiscard]] std::string to_json(const ArticleMeta& meta);
/// @throws IndexError (missing) when `json` is damaged.
[[nodiscard]] ArticleMeta parse_article_meta(std::string_view json);

}  // namespace dateline
