// Articles in PDF files.
#pragma once

#include <string_view>

#include "corpus/reading.h"

namespace dateline {

/// Reads a PDF through poppler's `pdftotext`, a child process with limits (see child_process.h).
/// Running heads and page numbers are left out, footnotes are blocks of their own, words hyphenated
/// at line ends are joined, indents, gaps and short lines show paragraphs, the size of letters
/// shows headings, too; Article::page_starts is filled in. The title is what the first page shows,
/// or the file's properties say (see find_title); the day of issue stands on the first page
/// (find_issue_date). The property Author is weak; the day of creation says nothing about
/// publication, and is not read. The job hears of damage that costs no text as repaired.
/// @throws CorpusError when the file is damaged, encrypted, has no text (scanned pages), takes too
/// long or too much memory, or pdftotext is not installed.
void read_pdf(std::string_view bytes, const ReadJob& job);

}  // namespace dateline
