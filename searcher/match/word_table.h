// Reads the tables of words that are compiled in.
#pragma once

#include <algorithm>
#include <string_view>

namespace dateline {

/// Takes the part of `rest` before `separator` off it, and the separator.
[[nodiscard]] inline std::string_view cut(std::string_view& rest, char separator) noexcept {
  const auto part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

/// Calls `visit(row)` for each row of a table that is neither empty nor a comment (#).
template <typename Visit>
void for_each_row(std::string_view table, Visit visit) {
  while (!table.empty()) {
    const auto row = cut(table, '\n');
    if (!row.empty() && row.front() != '#') visit(row);
  }
}

}  // namespace dateline
