// The pages of a PDF → the text of an article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document/document.h"
#include "corpus/pdf/pdf_page.h"

namespace dateline {

/// Mends what pdftotext takes apart, on each page:
/// - a raised mark that became a line of its own is joined to the line at whose end or front it
///   stands;
/// - the number of an item or a note that stands apart is joined to its text;
/// - a line cut at a wide gap – two blanks behind a full stop – is whole again, where lines above
///   or below run across that gap: no gutter is there.
void join_cut_lines(PdfPages& pages);

/// Joins large initial letters to the words that they begin; the lines beside one are no longer
/// indented. "A" and "I" may be words themselves: the document's other words decide.
void join_initials(PdfPages& pages);

/// Takes out running heads, running feet and page numbers, lines within the outer eighth of a page:
/// - among its first or last two: page numbers, and what comes again – other numbers in it do not
///   count – at the same edge of two fifths of all pages, and of two pages at least, or in the same
///   place of three;
/// - the outermost row, whatever it says, where on three pages or more, and a quarter of all, a row
///   stands in the same place, parted from the text by a gap.
/// A line of the first page in larger letters may be the title: it stays. The heads of some pages
/// are kept in PdfPages::margins.
void remove_page_furniture(PdfPages& pages);

/// Moves footnotes, and small print at the first page's foot, to PdfPage::notes: lines below which
/// no text stands, in smaller letters – or with a raised mark, below a gap –, that begin with a
/// mark or go on from the page before.
void set_notes_apart(PdfPages& pages);

/// Whether the line begins with the mark of a note: raised, a sign, or a number of up to three
/// digits that is no day.
[[nodiscard]] bool begins_note(const PdfLine& line);

/// Puts dates that stand alone in the first cells of rows, over one line or more, before the texts
/// beside them: "May 3, 2001: …", as a chronology has it. A date alone in its column is left alone.
void join_dated_rows(PdfPages& pages);

/// Marks contents and lists of sources (PdfRole::listing): lines with leaders; those below
/// "Contents" that end in numbers; what stands between "References" and the next heading like it.
void mark_listings(PdfPages& pages);

/// Whether the text is a heading such as "Table of Contents".
[[nodiscard]] bool announces_contents(std::string_view text);

/// Whether the text is nothing but a date that an entry of a chronology may begin with.
[[nodiscard]] bool is_lone_date(std::string_view text);

/// Whether a line of contents ends with the number of a page: the next one is another entry.
[[nodiscard]] bool ends_listing_entry(std::string_view text);

/// Puts the lines of columns in the order of reading, from left to right, and down to each line
/// that runs across: pdftotext mixes columns up that have wide gaps between their lines. A gutter
/// has at least four lines on either side, beside each other, and at most half of the page's lines
/// across it; a page without one is left as it is.
void order_columns(PdfPages& pages);

/// The text: a line for each paragraph, with a blank line between, a form feed between pages and
/// before a column that begins further up; page_starts; pieces for headings by the size of their
/// letters. A line begins a paragraph where its block begins, where it is indented (or, in a
/// hanging paragraph, not indented), below a gap, a change of size, or a line that ends early, and
/// where it has a bullet or the date of a chronology's entry at its front. Title, byline, notes and
/// listings are pieces of their own; a page's notes stand behind its text, but before a last
/// paragraph that goes on on the next page.
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

/// Takes all of these steps, in the order in which one builds on another: what pdf_document() and
/// what looks for a title want.
void mend_pages(PdfPages& pages);

}  // namespace dateline
