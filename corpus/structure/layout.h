// A text cut into lines and into the units that its blank lines and marks set apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/span.h"

namespace dateline {

/// What a format's markup says that a part of its text is.
enum class PieceKind : std::uint8_t {
  text,
  item,      ///< of a list; `depth` says how deep
  row,       ///< of a table
  row_head,  ///< the row of a table that names its columns
  carried,   ///< stands under the date of the piece before it: a row whose date cell is empty or
             ///< spans from above, one more block of a dated row
  entry,     ///< a dated entry by its marks; becomes BlockKind::chronology_entry wherever it stands
  note,      ///< becomes BlockKind::note
  listing,   ///< becomes BlockKind::listing
};

/// Whether a piece stands beside the article's running text: no heading is found in it, and its
/// days date no events.
[[nodiscard]] constexpr bool is_apart(PieceKind kind) noexcept {
  return kind == PieceKind::note || kind == PieceKind::listing;
}

/// Lines that stand together. Spans count bytes of the text.
struct TextUnit {
  Span span;     ///< without white space at its ends
  Span content;  ///< inside `span`, without the marks of headings, lists and emphasis at its edges
  std::uint32_t first_line = 0;  ///< in Layout::lines
  std::uint32_t line_count = 0;
  std::uint8_t level = 0;         ///< 1 to 6: marked as a heading; 0: not marked
  bool bold_line = false;         ///< one line, wholly bold – a heading by another name
  bool text_only = false;         ///< never a heading by its looks
  bool after_page_break = false;  ///< a form feed or a page number stands before it
  PieceKind kind = PieceKind::text;
  std::uint8_t depth = 0;  ///< of an item: 1 in a list that is in no other; 0: unknown
};

/// The lines are those with something on them, trimmed; form feeds end lines and units.
struct Layout {
  std::vector<Span> lines;
  std::vector<TextUnit> units;
};

/// What marks count.
enum class Marks : std::uint8_t {
  blank_lines,  ///< only blank lines part units; nothing is dropped
  markup,       ///< the same; headings are those of the markup, and units are whole
  markdown,     ///< as markup; but a page break may have cut a paragraph of text
  plain,        ///< also underlined headings and items of lists; page numbers and rules are dropped
};

/// A part of a text that its format's markup sets apart: a heading, a paragraph, an item, a row.
struct Piece {
  std::uint32_t begin = 0;  ///< in the text; it ends where the next begins
  std::uint8_t level = 0;   ///< as TextUnit::level
  bool text_only = false;   ///< as TextUnit::text_only
  PieceKind kind = PieceKind::text;
  std::uint8_t depth = 0;  ///< as TextUnit::depth
  bool bold_line = false;  ///< as TextUnit::bold_line
};

/// A text has at most so many units; what follows is one more. (A unit costs more memory than it
/// may have text.)
inline constexpr std::size_t kMaxUnits = 1'000'000;

/// Linear in the text, in time and memory (a line costs 8 bytes, a unit 32). Line ends: LF, CRLF,
/// CR. A text that is nothing but page numbers and rules is one unit.
/// @param begin where in `text` to start (behind BOM and front matter). Requires text.size() < 4
/// GiB.
[[nodiscard]] Layout lay_out(std::string_view text, std::size_t begin, Marks marks);

/// Notes in the units what the markup says of them. Requires pieces in order.
void mark_units(Layout& layout, std::span<const Piece> pieces);

/// Cuts unit `unit` in two before its line number `line` (counted in the unit). Requires 0 < line <
/// line_count.
void split_unit(std::string_view text, Layout& layout, std::size_t unit, std::uint32_t line,
                Marks marks);

/// The span of the lines [first, first + count) of the unit.
[[nodiscard]] Span lines_span(const Layout& layout, const TextUnit& unit, std::uint32_t first,
                              std::uint32_t count);

/// `span` without emphasis that embraces the whole ("*Note*"); of Marks::plain only.
[[nodiscard]] Span without_marks(std::string_view text, Span span, Marks marks);

}  // namespace dateline
