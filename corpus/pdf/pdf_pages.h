// The pages of a PDF as pdftotext -bbox-layout gives them: lines with their places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
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

/// Takes the output of `pdftotext -bbox-layout` piece by piece. Ligatures become their letters,
/// soft hyphens at a line's end hyphens, bullets are taken off; what cannot be understood is passed
/// over. Of raised letters see raised_text(); a mark at the front of a line stays.
class PdfPagesParser {
 public:
  void add(std::string_view piece);
  [[nodiscard]] PdfPages take();
  /// Bytes of text so far, for the caller to bound.
  [[nodiscard]] std::size_t text_bytes() const noexcept { return result_.text_bytes; }

 private:
  void add_row(std::string_view row);
  void add_word(std::string_view row);
  void begin_line();
  void end_line();

  PdfPages result_;
  std::string rest_;            ///< of a row that has not ended yet
  std::vector<PdfWord> words_;  ///< of the line that has not ended yet
  bool in_line_ = false;
  bool in_block_begin_ = false;
  bool line_begins_block_ = false;
};

}  // namespace dateline
