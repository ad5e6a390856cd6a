#include "corpus/document/table_row.h"

#include <algorithm>
#include <array>

#include "corpus/structure/chronology.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxDateCellBytes = 80;

std::string_view cell_text(const TableRow::Cell& cell, std::string_view text) {
  return trim(text.substr(cell.begin, cell.end - cell.begin));
}

// "20.7", "1,984", "-3 %", "$12", "–": no letter in it, but perhaps a unit of one letter or two
// behind the number ("12 m", "4bn").
bool is_number(std::string_view cell) noexcept {
  std::size_t letters = 0;
  for (const char c : cell) {
    if (is_ascii_letter(c)) ++letters;
  }
  constexpr std::size_t kMaxBytes = 40;
  constexpr std::size_t kMaxUnitLetters = 2;
  if (cell.size() > kMaxBytes || letters > kMaxUnitLetters) return false;
  return has_digit(cell) ? letters == 0 || !is_ascii_letter(cell.front()) : letters == 0;
}

}  // namespace

bool is_date_cell(std::string_view cell) {
  return !cell.empty() && cell.size() <= kMaxDateCellBytes &&
         EntryHeads{std::nullopt}.is_date(cell);
}

bool names_columns(const TableRow& row) {
  const auto is_named = [](const TableRow::Cell& cell) { return cell.end > cell.begin; };
  const auto named = std::count_if(row.cells.begin(), row.cells.end(), is_named);
  return named >= 2 && std::all_of(row.cells.begin(), row.cells.end(),
                                   [&](const auto& c) { return c.is_head || !is_named(c); });
}

std::size_t date_column(const TableRow& row, std::string_view text) {
  constexpr std::array<std::string_view, 8> kNames{"date", "dates", "day",   "when",
                                                   "time", "year",  "month", "date of event"};
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto name = fold(cell_text(row.cells[i], text));
    if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) return i;
  }
  return 0;
}

bool is_row_of_numbers(const TableRow& row, std::string_view text) {
  std::size_t numbers = 0;
  std::string_view first;
  for (const auto& cell : row.cells) {
    const auto words = cell_text(cell, text);
    if (words.empty()) continue;
    if (first.empty()) {
      first = words;
    } else if (!is_number(words)) {
      return false;
    } else if (has_digit(words)) {
      ++numbers;
    }
  }
  return numbers >= 2 || (numbers == 1 && (is_number(first) || is_date_cell(first)));
}

std::string with_date_first(const TableRow& row, std::string_view text, std::size_t date) {
  std::string line{cell_text(row.cells[date], text)};
  bool is_first = true;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto words = cell_text(row.cells[i], text);
    if (i == date || words.empty()) continue;
    line.append(is_first ? ": " : " | ").append(words);
    is_first = false;
  }
  return line;
}

}  // namespace dateline
