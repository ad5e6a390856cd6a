// Words with places → lines of text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/pdf/pdf_pages.h"

namespace dateline {

/// Puts the words of a line together and appends it to `lines`; a large letter with which the line
/// begins becomes a line of its own (PdfLine::initial). A line without text is left out.
void add_lines(const std::vector<PdfWord>& words, std::vector<PdfLine>& lines);

/// What raised letters behind `before` become in the text.
/// - an ordinal's ending behind a digit, ® and ™: themselves, joined to it;
/// - numbers, of notes or exponents: the same digits as Unicode has them above the line, so that they
///   are no part of the word or number before them;
/// - signs and single letters, the other marks of notes: nothing.
/// @return nullopt where they are words like others.
[[nodiscard]] std::optional<std::string> raised_text(std::string_view before,
                                                     std::string_view raised);

/// Mends what pdftotext takes apart, on each page:
/// - a raised mark that became a line of its own is joined to the line at whose end or front it
///   stands;
/// - the number of an item or a note that stands apart is joined to its text;
/// - a line cut at a wide gap – two blanks behind a full stop – is whole again, where lines above or
///   below run across that gap: no gutter is there.
void join_cut_lines(PdfPages& pages);

/// Joins large initial letters to the words that they begin; the lines beside one are no longer
/// indented. "A" and "I" may be words themselves: the document's other words decide.
void join_initials(PdfPages& pages);

}  // namespace dateline
