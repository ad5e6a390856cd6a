// What the first page of a PDF shows of the document: title, byline, day of issue.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/pdf/pdf_page.h"
#include "language/date_interval.h"
#include "language/dates/date_finder.h"

namespace dateline {

/// Finds the title among the lines of the first page that has any, and puts it and the byline
/// before the others (PdfRole). It is the text in the largest letters, an eighth larger than those
/// of the body at least, if no heading inside has the same size; of a hearing or markup what stands
/// above that word.
/// `property`, the title of the file's properties (empty: none, or a place holder), wins where it
/// stands on the page, where it says more than those letters, or where they are little larger.
/// @return the title; empty where there is none.
[[nodiscard]] std::string find_title(PdfPages& pages, std::string_view property);

/// Names that stand in a line of their own below the title, if something shows that they are
/// authors: there are two or more, or a degree, an initial, or the next line is an office or a
/// body. Above which no title was found, only names with degrees count. Requires find_title().
[[nodiscard]] std::vector<std::string> find_names(const PdfPages& pages);

/// When the document was issued, as its first page or running heads say: a date that stands alone,
/// or with a number, a place or a word such as "updated"; on a cover also a year alone. What is
/// written in sentences does not count, nor do days that stand alone one below the other, but days
/// of running heads do, from the first to the last: a journal's.
[[nodiscard]] std::optional<DateInterval> find_issue_date(const PdfPages& pages,
                                                          const DateFinder& dates);

}  // namespace dateline
