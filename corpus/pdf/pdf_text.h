// The pages of a PDF → the text of an article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document/document.h"
#include "corpus/pdf/pdf_pages.h"

namespace dateline {

/// Takes out running heads, running feet and page numbers: lines within the outer eighth of a page,
/// among its first or last two, that are a page number, or that come again – other numbers in them
/// do not count – at the same edge of two fifths of all pages, and of two pages at least.
void remove_page_furniture(PdfPages& pages);

/// Puts a date that stands alone in the first cell of a row, over one line or two, before the text
/// of the next cell: "May 3, 2001: …", as a chronology has it.
void join_dated_rows(PdfPages& pages);

/// Puts the lines of columns in the order of reading, from left to right, and down to each line
/// that runs across: pdftotext mixes columns up that have wide gaps between their lines. A gutter
/// has at least four lines on either side, beside each other, and at most half of the page's lines
/// across it; a page without one is left as it is.
void order_columns(PdfPages& pages);

/// The text: a line for each paragraph, with a blank line between, a form feed between pages and
/// before a column that begins further up; page_starts; pieces for headings by the size of their
/// letters. A line begins a paragraph where its block begins, where it is indented (or, in a
/// hanging paragraph, not indented), below a gap, a change of size, or a line that ends early, and
/// where it has a bullet or the date of a chronology's entry at its front.
[[nodiscard]] Document pdf_document(const PdfPages& pages);

/// Joins words that are hyphenated at the ends of lines, within a page and across pages. The
/// hyphen stays
/// - where what follows does not begin in lower case ("U.S.-" "China");
/// - where the document has the word with its hyphen elsewhere, and not without;
/// - behind a first part that makes compounds (class `hyphened` in structure/words.tsv: "anti-",
///   "two-");
/// - where both parts, of four letters or more, stand as words of their own elsewhere ("long-"
///   "term") and the joined word does not.
void join_hyphenated(PdfPages& pages);

}  // namespace dateline
