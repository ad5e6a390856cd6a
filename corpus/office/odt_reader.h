// Articles in OpenDocument text documents.
#pragma once

#include <string_view>

#include "corpus/reading.h"

namespace dateline {

/// Reads an .odt: paragraphs, headings, list items, tables row by row; title and creator from its
/// metadata. Tracked deletions, notes, comments, page headers and footers, indexes and tables of
/// contents are left out. Source: OASIS ODF 1.2 part 1.
/// @throws CorpusError when the archive or its document is damaged, encrypted or passes a limit.
void read_odt(std::string_view bytes, const ReadJob& job);

}  // namespace dateline
