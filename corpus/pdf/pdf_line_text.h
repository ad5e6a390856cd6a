// Words with places → lines of text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/pdf/pdf_page.h"

namespace dateline {

/// A first letter so many times as high as the next is a large initial letter.
inline constexpr double kInitialHeight = 1.6;

/// What most letters of a line have.
struct LineMeasure {
  double height = 0;
  double top = 0;
  double bottom = 0;
};

/// Whether letters of this height and bottom stand above the line that the others stand on.
[[nodiscard]] bool is_raised(double height, double bottom, const LineMeasure& usual) noexcept;

/// One capital letter, perhaps behind an opening quote.
[[nodiscard]] bool is_capital(std::string_view text);

/// The text without what marks of notes are made of: digits, signs, brackets, commas.
[[nodiscard]] std::string without_note_marks(std::string_view raised);

/// What raised letters behind `before` become in the text.
/// - an ordinal's ending behind a digit, ® and ™: themselves, joined to it;
/// - numbers, of notes or exponents: the same digits as Unicode has them above the line, so that
///   they are no part of the word or number before them;
/// - signs and single letters, the other marks of notes: nothing.
/// @return nullopt where they are words like others.
[[nodiscard]] std::optional<std::string> raised_text(std::string_view before,
                                                     std::string_view raised);

/// The text without the raised digits that raised_text() gives.
[[nodiscard]] std::string without_raised(std::string_view text);

/// Puts the words of a line together and appends it to `lines`; a large letter with which the line
/// begins becomes a line of its own (PdfLine::initial). A line without text is left out.
void add_lines(const std::vector<PdfWord>& words, std::vector<PdfLine>& lines);

}  // namespace dateline
