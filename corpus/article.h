// What an article is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/date_interval.h"
#include "language/span.h"

namespace dateline {

/// What a block of an article is.
enum class BlockKind : std::uint8_t {
  title,
  byline,
  heading,
  paragraph,
  chronology_heading,
  chronology_entry,
  log_entry,  ///< a paragraph of a log: an article that is published on a single day (JSON Lines)
  chronology_date,  ///< in a chronology: a year, a month or a day above the entries that it dates
  note,     ///< a footnote, an endnote, the foot of a title page: searched, but dates no events
  listing,  ///< a line of a table of contents or of a list of sources: as a note
};
inline constexpr BlockKind kLastBlockKind = BlockKind::listing;

/// Whether blocks of this kind give mentions and events. Notes and lists name years and places of
/// print, bylines universities.
[[nodiscard]] constexpr bool has_mentions(BlockKind kind) noexcept {
  return kind != BlockKind::byline && kind != BlockKind::note && kind != BlockKind::listing;
}

/// A part of an article's text. Spans count bytes of Article::text, without the line end.
/// A paragraph that a page break split in mid-sentence is one block: its span runs over all pieces.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
  /// The pieces that a page break left, in order; empty when the block is whole.
  std::vector<Span> pieces;
  /// The text without marks that are no part of it ("## ", "- "): what to show. Lies inside `span`.
  /// What stands behind it in the span of a log's entry are its credits ("(Reuters)").
  Span content;
};

/// Who wrote an article. Empty strings where the byline does not say.
struct Author {
  std::string name;
  std::string role;
  std::string affiliation;
  Span name_span;  ///< in Article::text; empty when the name came from front matter or metadata
};

/// Where a value of an article came from.
enum class Source : std::uint8_t {
  unknown,
  option,  ///< the command line
  front_matter,
  metadata,  ///< JSON fields, HTML meta, PDF info
  byline,
  chronology_heading,
  file_name,
  text,       ///< the text's own first lines
  title,      ///< the title, or a heading at the text's head ("Sitting day 39: 27 February 2025")
  date_line,  ///< a line of the text's head that is nothing but a date ("Updated May 3, 2021")
  dateline,   ///< the place and day that open a report ("GENEVA, 3 May 2021 (Agency) –")
  cover,      ///< a title page, the running head or foot of pages, an issue
  detected,   ///< of a language: by its words
};
inline constexpr Source kLastSource = Source::detected;

/// One article as read from a file: text and structure, before anything is found in it.
/// `text` is valid UTF-8 – byte for byte the file for UTF-8 .txt and .md, else the converted or
/// extracted text – and all offsets refer to it. Blocks are in order and do not overlap.
struct Article {
  std::string id;     ///< stable; empty until the indexer gives one, when the file names none
  std::string title;  ///< lines joined by one space; empty when there is none
  Source title_source = Source::unknown;
  std::vector<Author> authors;
  Source authors_source = Source::unknown;
  std::optional<DateInterval> published;  ///< unknown stays unknown
  Source published_source = Source::unknown;
  std::string published_from;   ///< the words that say when; empty where nobody kept them
  std::string language = "en";  ///< BCP 47
  Source language_source =
      Source::unknown;           ///< unknown: nothing told, English is taken for granted
  std::string source_path;       ///< as given to the reader
  bool offsets_in_file = false;  ///< `text` is byte for byte the (inflated) file
  std::string text;
  std::vector<Block> blocks;
  /// Where in `text` each page begins, in order; empty for formats without pages.
  std::vector<std::uint32_t> page_starts;
};

/// "title", "byline", … "listing".
[[nodiscard]] std::string_view block_kind_name(BlockKind kind) noexcept;
/// "unknown", "option", … "detected".
[[nodiscard]] std::string_view source_name(Source source) noexcept;

}  // namespace dateline
