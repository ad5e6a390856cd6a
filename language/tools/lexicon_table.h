// Reads the reviewed tables: tab-separated, `#` begins a comment line.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::lexicon {

/// One row, split at its tabs; `where` is "file:line" for messages.
struct TableRow {
  std::vector<std::string> columns;
  std::string where;
};

/// The rows of `path`. Throws std::runtime_error when the file cannot be read or a row has not
/// `columns` columns.
[[nodiscard]] std::vector<TableRow> read_table(const std::filesystem::path& path,
                                               std::size_t columns);

/// The pieces of `text` between `separator`s, empty ones left out.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

}  // namespace dateline::lexicon
