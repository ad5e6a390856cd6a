// Markdown → blocks.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "corpus/document/document.h"
#include "corpus/reading.h"
#include "corpus/structure/layout.h"

namespace dateline {

/// What a Markdown text says.
struct MarkdownText {
  /// The text without its marks, piece by piece: always there.
  Document document;
  /// The same units where they stand in the source, if what each says stands there as it is: then
  /// the source itself can be the article's text.
  std::optional<Layout> in_source;
};

/// Parses `source` from byte `begin` on, by CommonMark with GitHub's tables, task lists, links and
/// strikethrough. Dropped: marks, targets of links, pictures, code, tags and comments of HTML (what
/// tags embrace is read), marks of footnotes; page numbers and rules between paragraphs. Each item
/// of a list is a piece, and each row of a table; footnotes are notes. What is indented is text, no
/// code. Linear.
/// @throws CorpusError where the library is missing or has no memory.
[[nodiscard]] MarkdownText parse_markdown(std::string_view source, std::size_t begin,
                                          const ReadJob& job);

}  // namespace dateline
