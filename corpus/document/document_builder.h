// Writes a document piece by piece, as the elements of its markup go by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/document/document.h"

namespace dateline {

/// Text goes into the open piece; breaks take effect only when more text comes, so that empty
/// elements leave nothing. White space (no-break spaces too) collapses, soft hyphens, zero-width
/// spaces and control characters are dropped. Cost: linear.
class DocumentBuilder {
 public:
  /// More text of the open piece, UTF-8. The end of a run may be inside a word.
  void text(std::string_view run);
  /// Text whose line ends and spaces stand as they are.
  void verbatim(std::string_view run);
  /// A line ends; two in a row end the piece.
  void line_break() noexcept { ++line_breaks_; }
  /// White space.
  void space() noexcept { space_ = true; }
  /// The piece ends. Between a cell or term and its neighbour it ends only if the cell has more
  /// than one piece: see end_cell().
  void break_piece() noexcept { broken_ = true; }

  /// What the pieces from now on are: the level of their heading (0: none), and whether they are
  /// items, never headings by their looks.
  void set_level(std::uint8_t level) noexcept { level_ = level; }
  void set_items(bool items) noexcept { items_ = items; }
  [[nodiscard]] std::uint8_t level() const noexcept { return level_; }
  [[nodiscard]] bool items() const noexcept { return items_; }

  /// Whole tables and rows end the piece, whatever is open.
  void end_row() noexcept {
    joint_ = Joint::none;
    broken_ = true;
    cell_ends_at_ = 0;
  }
  void begin_cell() noexcept;
  /// A short cell of one piece is joined to the next of its row: a date by a colon, so that a row
  /// "date, text" reads as an entry of a chronology; others, if of one line, by a bar.
  void end_cell();
  /// The same for a term (begun as a cell) that what it means follows: always a colon.
  void end_term();

  /// How many pieces there are; a range of pieces is what was written between two calls.
  [[nodiscard]] std::size_t mark() noexcept {
    end_row();
    return document_.pieces.size();
  }
  [[nodiscard]] std::size_t size_bytes() const noexcept { return document_.text.size(); }
  [[nodiscard]] Metadata& metadata() noexcept { return document_.metadata; }
  [[nodiscard]] Document take() { return std::move(document_); }

 private:
  enum class Joint : std::uint8_t { none, colon, bar, space };

  [[nodiscard]] bool pending() const noexcept;
  [[nodiscard]] bool cell_can_be_joined() const noexcept;
  void settle();
  void open_piece();
  [[nodiscard]] std::string_view open_text() const;

  Document document_;
  std::size_t cell_begins_at_ = 0;  ///< the text's size then
  std::size_t cell_ends_at_ = 0;    ///< with more pieces than this the cell is not joined
  Joint joint_ = Joint::none;
  std::uint8_t level_ = 0;
  unsigned line_breaks_ = 0;
  bool items_ = false;
  bool broken_ = true;
  bool space_ = false;
};

}  // namespace dateline
