// What most lines of a PDF have in common.
#pragma once

#include <cstddef>

#include "corpus/pdf/pdf_pages.h"

namespace dateline {

/// A page with more lines is left as it is where looking at it costs the square of their number.
inline constexpr std::size_t kMaxPageLines = 2000;

/// The same for all pages of a document: kMaxPageLines, or a tenth of it where the squares of their
/// lines come to more than 500 million.
[[nodiscard]] std::size_t max_page_lines(const PdfPages& pages) noexcept;

/// In points; 0 where there are no lines.
struct PdfMeasure {
  double height = 0;  ///< of the letters of most text, by its bytes
  double pitch = 0;   ///< from the top of one line to the top of the next: the median
};

/// Measures the lines of all pages. Cost: sorts them.
[[nodiscard]] PdfMeasure measure_pages(const PdfPages& pages);

/// Whether both lines have letters of the same size, within an eighth.
[[nodiscard]] bool same_size(const PdfLine& a, const PdfLine& b) noexcept;

/// Whether `line` goes on in the column of `before`.
[[nodiscard]] bool is_below(const PdfLine& before, const PdfLine& line) noexcept;

}  // namespace dateline
