// The structure of a text whose front matter and kind are known.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/article.h"
#include "corpus/structure/layout.h"
#include "language/dates/date_finder.h"

namespace dateline {

/// Where the body of a text begins, and what in it sets its parts apart.
struct BodyMarks {
  std::size_t begin = 0;  ///< in bytes: behind BOM and front matter
  Marks marks = Marks::plain;
  std::span<const Piece> pieces =
      {};                          ///< of Marks::markup and markdown: what is set apart, in order
  const Layout* layout = nullptr;  ///< of Marks::markdown: its units, where they are known already
  std::span<const std::string> printed = {};  ///< as Metadata::printed (corpus/document/document.h)
};

/// Finds title, byline, headings, paragraphs, chronology, publication period and language in
/// `article.text`, and fills them in, with what they came from, where they are not yet known.
/// A period that came from an option gives way to what the text says (publication.h), what is
/// printed about it, the chronology's heading or the file's name, in this order.
void find_structure(Article& article, const BodyMarks& body, std::string_view file_name,
                    const DateFinder& dates);

/// The structure of a log, an article that is published on one day and whose blank lines part its
/// entries: what a block is, says read_log_line (log_line.h).
void find_log_structure(Article& article);

/// The period of an article from what is known besides its metadata, weakest first: the option, the
/// file's name, the chronology's heading.
void set_period(Article& article, std::string_view file_name,
                std::optional<DateInterval> from_chronology);

}  // namespace dateline
