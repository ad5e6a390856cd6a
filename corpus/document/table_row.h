// A row of a table, cell by cell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The cells of one row. Spans count bytes of the text that the row stands in.
struct TableRow {
  struct Cell {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_head = false;
  };
  std::vector<Cell> cells;  ///< empty ones, too
};

/// A row keeps so many cells; what is in further ones is text like any other.
inline constexpr std::size_t kMaxRowCells = 1000;

/// Whether `cell` is a date as the head of an entry has it, alone ("3 March 2021", "August 7").
[[nodiscard]] bool is_date_cell(std::string_view cell);

/// Whether every cell that is not empty names a column, and there are two at least.
[[nodiscard]] bool names_columns(const TableRow& row);

/// The column that the row, which names columns, calls a date ("Date", "Day", "When"): its index;
/// 0 where there is none.
[[nodiscard]] std::size_t date_column(const TableRow& row, std::string_view text);

/// Whether the row is data and tells nothing: behind its first cell, which may name the row, there
/// are only numbers; two of them at least, or one where the first cell is a number or a date.
[[nodiscard]] bool is_row_of_numbers(const TableRow& row, std::string_view text);

/// The row with its date in front: "date: other | cells". Requires date < row.cells.size().
[[nodiscard]] std::string with_date_first(const TableRow& row, std::string_view text,
                                          std::size_t date);

}  // namespace dateline
