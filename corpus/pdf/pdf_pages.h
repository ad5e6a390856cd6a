// The pages of a PDF as pdftotext -bbox-layout gives them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/pdf/pdf_page.h"

namespace dateline {

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
