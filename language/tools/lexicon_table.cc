#include "language/tools/lexicon_table.h"

#include <fstream>
#include <stdexcept>

namespace dateline::lexicon {
namespace {

std::vector<std::string> split_keeping_empty(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (;;) {
    const auto end = text.find(separator, begin);
    pieces.emplace_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return pieces;
    begin = end + 1;
  }
}

}  // namespace

std::vector<TableRow> read_table(const std::filesystem::path& path, std::size_t columns) {
  std::ifstream in{path};
  if (!in) throw std::runtime_error{"cannot read " + path.string()};
  std::vector<TableRow> rows;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    TableRow row{split_keeping_empty(line, '\t'),
                 path.filename().string() + ":" + std::to_string(number)};
    if (row.columns.size() != columns) {
      throw std::runtime_error{row.where + ": not " + std::to_string(columns) + " columns"};
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> split(std::string_view text, char separator) {
  auto pieces = split_keeping_empty(text, separator);
  std::erase_if(pieces, [](const std::string& piece) { return piece.empty(); });
  return pieces;
}

}  // namespace dateline::lexicon
