// The pages of a PDF as pdftotext -bbox-layout gives them: lines with their places.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A line of a page, in points from the page's upper left corner.
struct PdfLine {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;  ///< words parted by single spaces
  bool begins_block = false;
  bool bulleted = false;  ///< a bullet stood before it; it is no part of `text`

  [[nodiscard]] double height() const noexcept { return bottom - top; }
};

struct PdfPage {
  double height = 0;
  std::vector<PdfLine> lines;  ///< in the order of reading
};

/// What was found in a file.
struct PdfPages {
  std::vector<PdfPage> pages;
  std::string title;   ///< of the file's properties
  std::string author;  ///< likewise
  std::size_t text_bytes = 0;
};

/// Takes the output of `pdftotext -bbox-layout` piece by piece. Ligatures become their letters,
/// soft hyphens at a line's end hyphens, bullets are taken off; what cannot be understood is passed
/// over.
class PdfPagesParser {
 public:
  void add(std::string_view piece);
  [[nodiscard]] PdfPages take();
  /// Bytes of text so far, for the caller to bound.
  [[nodiscard]] std::size_t text_bytes() const noexcept { return result_.text_bytes; }

 private:
  void add_row(std::string_view row);
  void add_word(std::string_view row);
  void begin_line(std::string_view tag);

  PdfPages result_;
  std::string rest_;       ///< of a row that has not ended yet
  double word_begin_ = 0;  ///< the last word, with what stands close to it
  double word_end_ = 0;
  bool in_block_begin_ = false;
};

}  // namespace dateline
