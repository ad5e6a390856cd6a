// Writes a document piece by piece, as the elements of its markup go by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document/document.h"
#include "corpus/document/table_row.h"

namespace dateline {

/// What a piece is, as the markup has it.
struct PieceStyle {
  std::uint8_t level = 0;  ///< of its heading; 0: none
  bool text_only = false;  ///< never a heading by its looks
  PieceKind kind = PieceKind::text;
  std::uint8_t depth = 0;  ///< of an item
};

/// Text goes into the open piece; breaks take effect only when more text comes, so that empty
/// elements leave nothing. White space (no-break spaces too) collapses, soft hyphens, zero-width
/// spaces and control characters are dropped; so is the space before the ending of an ordinal
/// ("19 th"), which exports make of what is set above the line. Cost: linear.
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
  /// The piece ends, and no cell or term is joined to what follows.
  void part() noexcept {
    joint_ = Joint::none;
    broken_ = true;
    cell_ends_at_ = 0;
  }

  /// Text from here to end_raised() is set above the line: the mark of a note (a number, a letter,
  /// an asterisk, what stands in brackets) is dropped, other text stays, joined to the word before.
  /// Calls do not nest: an inner one has no effect.
  void begin_raised();
  void end_raised();

  /// Text from here to end_strong() is set in bold, or otherwise apart. A date that opens a piece
  /// so is joined to what follows by a colon, as the head of an entry.
  void begin_strong() noexcept;
  void end_strong() noexcept;

  /// What the pieces from now on are.
  void set_style(const PieceStyle& style) noexcept { style_ = style; }
  [[nodiscard]] const PieceStyle& style() const noexcept { return style_; }
  void set_level(std::uint8_t level) noexcept { style_.level = level; }
  void set_items(bool items) noexcept { style_.text_only = items; }
  void set_kind(PieceKind kind) noexcept { style_.kind = kind; }

  /// An item of a list begins: its first piece is PieceKind::item, further ones are carried. In a
  /// cell, or behind a term, the first is joined to the date before it, as any piece would be.
  void begin_item(std::uint8_t depth);

  /// A table. Rows of short cells are one piece each: a date is joined to what follows by a colon,
  /// so that a row "date, text" reads as an entry of a chronology, other cells by a bar. What else
  /// stands in the row of a date is carried, and so are rows whose first cell is empty, or reaches
  /// down from a row with a date. A column that its head calls a date comes first, wherever it
  /// stands. Rows of nothing but numbers behind their head are listings. Tables may nest.
  void begin_table();
  void end_table();
  void begin_row();
  void end_row();
  /// @param rows how many rows the cell reaches over, itself included
  void begin_cell(unsigned rows = 1, bool is_head = false);
  void end_cell();

  /// A term, joined by a colon to what it means, which is carried where it has several pieces.
  void begin_term();
  void end_term();
  void begin_meaning();
  void end_meaning();

  /// The pieces of another document as they are, metadata left aside.
  void append(const Document& other);

  /// How many pieces there are; a range of pieces is what was written between two calls.
  [[nodiscard]] std::size_t mark() {
    part();
    return document_.pieces.size();
  }
  [[nodiscard]] std::size_t size_bytes() const noexcept { return document_.text.size(); }
  /// What was begun last; requires that there is text.
  [[nodiscard]] const Piece& last_piece() const noexcept { return document_.pieces.back(); }
  [[nodiscard]] Metadata& metadata() noexcept { return document_.metadata; }
  [[nodiscard]] Document take() {
    settle_lead();
    return std::move(document_);
  }

 private:
  enum class Joint : std::uint8_t { none, colon, bar, space };

  /// A table that is open.
  struct Table {
    TableRow row;                 ///< the open one
    std::size_t first_piece = 0;  ///< of the row
    std::size_t date_column = 0;  ///< by its head
    unsigned dated_rows = 0;      ///< so many rows below stand under this one's date
    bool in_row = false;
    bool is_dated = false;   ///< the row has a date, or stands under one
    bool was_dated = false;  ///< the row before
  };

  [[nodiscard]] bool pending() const noexcept;
  [[nodiscard]] bool cell_can_be_joined() const noexcept;
  [[nodiscard]] bool stands_under_date() const noexcept;
  void settle();
  void open_piece();
  void settle_row(Table& table);
  void settle_lead();
  void drop_space_before_ordinal(std::string_view next) noexcept;
  [[nodiscard]] std::string_view open_text() const;

  Document document_;
  PieceStyle style_;
  std::vector<Table> tables_;
  std::string raised_;
  std::size_t cell_begins_at_ = 0;  ///< the text's size then
  std::size_t cell_ends_at_ = 0;    ///< with more pieces than this the cell is not joined
  Joint joint_ = Joint::none;
  unsigned line_breaks_ = 0;
  unsigned cell_rows_ = 1;
  std::size_t strong_piece_ = 0;  ///< one more than the piece that bold text may open
  std::size_t lead_piece_ = 0;    ///< one more than the piece that a date in bold may open
  std::size_t lead_end_ = 0;
  bool is_raised_ = false;
  bool fresh_item_ = false;
  bool fresh_cell_ = false;  ///< the cell that was begun last has no text yet
  bool after_term_ = false;
  bool under_term_ = false;
  bool broken_ = true;
  bool space_ = false;
};

}  // namespace dateline
