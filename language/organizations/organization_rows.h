// Reads the compiled-in tables of organizations.
#pragma once

#include <string_view>
#include <vector>

namespace dateline::organizations {

/// The parts of `text` between the separators, empty ones included; one part when there is none.
/// Views into `text`.
[[nodiscard]] inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const auto end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

/// The columns of each row of a table parted by tabs. Comments (`#`) and empty lines are no rows.
[[nodiscard]] inline std::vector<std::vector<std::string_view>> rows_of(std::string_view table) {
  std::vector<std::vector<std::string_view>> rows;
  for (const auto line : split(table, '\n')) {
    if (!line.empty() && line.front() != '#') rows.push_back(split(line, '\t'));
  }
  return rows;
}

}  // namespace dateline::organizations
