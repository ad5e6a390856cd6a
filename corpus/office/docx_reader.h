// Articles in Office Open XML text documents.
#pragma once

#include <string_view>

#include "corpus/reading.h"

namespace dateline {

/// Reads a .docx: paragraphs, headings by their styles, list items, tables row by row; title and
/// creator from the core properties. Deleted revisions, hidden text, notes, comments, page headers
/// and footers and tables of contents are left out. Source: ECMA-376 part 1.
/// @throws CorpusError when the archive or its document is damaged or passes a limit.
void read_docx(std::string_view bytes, const ReadJob& job);

}  // namespace dateline
