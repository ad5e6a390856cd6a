// Articles in PDF files.
#pragma once

#include <string_view>

#include "corpus/reading.h"

namespace dateline {

/// Reads a PDF through poppler's `pdftotext`, a child process with limits (see child_process.h).
/// Running heads and page numbers are left out, words hyphenated at line ends are joined,
/// indents, gaps and short lines show paragraphs, the size of letters shows headings, too;
/// Article::page_starts is filled in. Title and author from the file's properties are weak; its
/// creation date says nothing about publication, and is not read.
/// @throws CorpusError when the file is damaged, encrypted, has no text (scanned pages), takes too
/// long or too much memory, or pdftotext is not installed.
void read_pdf(std::string_view bytes, const ReadJob& job);

}  // namespace dateline
