#include "tests/searcher/query_describe.h"

#include <fmt/format.h>

#include <fstream>

#include "searcher/query/query_writer.h"

namespace dateline::test {

std::string describe(std::string_view query, const QueryLimits& limits) {
  try {
    const auto parsed = parse_query(query, limits);
    std::string text = parsed.root ? to_string(*parsed.root) : "nothing";
    if (parsed.kind) text += *parsed.kind == DocumentKind::event ? " [event]" : " [article]";
    for (const auto& warning : parsed.warnings) text += fmt::format(" [warning: {}]", warning);
    return text;
  } catch (const QueryError& error) {
    return fmt::format("error at {} '{}': {}", error.offset(), error.piece(), error.what());
  }
}

std::vector<std::pair<std::string, std::string>> read_table(std::string_view name) {
  std::vector<std::pair<std::string, std::string>> rows;
  std::ifstream file{fmt::format("{}/tests/searcher/{}", DATELINE_SOURCE_DIR, name)};
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with("# ")) continue;
    const auto tab = line.find('\t');
    if (tab == std::string::npos) {
      rows.emplace_back(line, "");
    } else {
      rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
  }
  return rows;
}

}  // namespace dateline::test
