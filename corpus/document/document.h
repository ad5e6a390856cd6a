// A document of a format with markup, as its reader renders it, and how it becomes an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/reading.h"
#include "corpus/structure/layout.h"
#include "language/date_interval.h"

namespace dateline {

/// What a format says of a document beside its text. Best candidates first.
struct Metadata {
  std::vector<std::string> titles;
  std::vector<std::string> authors;    ///< one name each
  std::vector<std::string> creators;   ///< who typed it: authors only if nothing else names one
  std::vector<std::string> published;  ///< the first that is understood counts (see parse_period)
  /// What is printed about the text and is no part of it, best first: lines of the cover, the
  /// running heads and feet. Where the text's own head does not say when it appeared, the first
  /// that is a date counts.
  std::vector<std::string> printed;
  /// What the document's face shows (a cover, the head of the first page): counts where neither
  /// metadata nor a chronology's heading says more.
  std::optional<DateInterval> shown_published;
  bool weak_titles = false;  ///< a title that the text shows by its looks wins
  std::string language;      ///< BCP 47; empty, or no language, where unknown
};

/// Text in pieces (headings, paragraphs, items, rows) that blank lines part.
struct Document {
  std::string text;           ///< UTF-8
  std::vector<Piece> pieces;  ///< in order
  Marks marks = Marks::markup;
  std::vector<std::uint32_t> page_starts;  ///< as in Article
  Metadata metadata;
};

/// Indices of pieces, the end not included.
struct PieceRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Bytes of text from piece `range.begin` up to where piece `range.end` begins.
[[nodiscard]] std::size_t bytes_of(const Document& document, PieceRange range);

/// Takes these pieces out. Linear. Requires ranges in order of `begin`; they may nest and overlap.
void take_out(Document& document, const std::vector<PieceRange>& ranges);

/// Adds authors and titles that are no more than white space, an address, a place holder
/// ("untitled", "admin") or a file's name to nothing; others are appended, each once.
void add_title(Metadata& metadata, std::string_view title);
void add_authors(std::vector<std::string>& authors, std::string_view names);

/// Makes the document an article and hands it to the job's sink. The title: the first candidate
/// that stands at the document's head, word for word; else its own first heading of level 1; else
/// the first candidate. What stands before such a title in fewer than kMaxBytesAboveTitle bytes
/// (breadcrumbs, a section's name) is taken out, but of documents with pages.
/// @throws CorpusError when there is no text.
void emit_document(Document&& document, const ReadJob& job);

inline constexpr std::size_t kMaxBytesAboveTitle = 200;

}  // namespace dateline
