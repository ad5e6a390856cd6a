// The pages of a PDF: lines with their places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

/// What a line is, where its place and its letters show that.
enum class PdfRole : std::uint8_t {
  text,
  title,    ///< of the document, on its first page
  byline,   ///< on the first page, below the title
  listing,  ///< contents, a list of sources
};

/// A line of a page, in points from the page's upper left corner. Top and bottom are those of most
/// of its letters: raised marks and other fonts among them do not count.
struct PdfLine {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;  ///< words parted by single spaces
  bool begins_block = false;
  bool bulleted = false;  ///< a bullet stood before it; it is no part of `text`
  bool noted = false;     ///< begins with a raised number or sign, as a note does
  bool initial = false;   ///< a large letter with which the lines beside it begin
  PdfRole role = PdfRole::text;

  [[nodiscard]] double height() const noexcept { return bottom - top; }
};

struct PdfPage {
  double height = 0;
  std::vector<PdfLine> lines;  ///< in the order of reading
  std::vector<PdfLine> notes;  ///< footnotes and small print at the foot, which were lines
};

/// A running head or foot that was taken out.
struct PdfMargin {
  std::size_t page = 0;
  std::string text;
};

/// What was found in a file.
struct PdfPages {
  std::vector<PdfPage> pages;
  std::string title;               ///< of the file's properties
  std::string author;              ///< likewise
  std::vector<PdfMargin> margins;  ///< of the first kMarginPages pages and the last
  std::size_t text_bytes = 0;

  static constexpr std::size_t kMarginPages = 3;
};

/// A word with its place.
struct PdfWord {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;

  [[nodiscard]] double height() const noexcept { return bottom - top; }
};

}  // namespace dateline
