// Tables that are one text.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// The value of `key` in a table of rows "key ⇥ value ⏎", sorted by the bytes of their keys; empty
/// when there is none. A view into the table; a search in halves.
[[nodiscard]] inline std::string_view sorted_row_value(std::string_view table,
                                                       std::string_view key) noexcept {
  std::size_t begin = 0;
  std::size_t end = table.size();
  while (begin < end) {
    const auto middle = begin + (end - begin) / 2;
    const auto before = table.substr(begin, middle - begin).rfind('\n');
    const auto row = before == std::string_view::npos ? begin : begin + before + 1;
    const auto row_end = table.find('\n', row);
    const auto tab = table.find('\t', row);
    const auto found = table.substr(row, tab - row);
    if (found == key) return table.substr(tab + 1, row_end - tab - 1);
    if (found < key) {
      begin = row_end + 1;
    } else {
      end = row;
    }
  }
  return {};
}

}  // namespace dateline
