// Writes the manual: from what the program says of its commands, the documents, and the comments
// that are the law of the index on disk. Nothing is said twice.
//
//   dateline_manual_generator COMMANDS SOURCE_DIR DATE FOLDER
//
// COMMANDS is what `dateline commands` has printed, DATE that of all pages.
#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/tools/command_page.h"
#include "cli/tools/markdown_page.h"
#include "cli/tools/schema_document.h"

namespace dateline::manual {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(fmt::format("{} cannot be read", path.string()));
  return {std::istreambuf_iterator<char>{file}, {}};
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error(fmt::format("{} cannot be written", path.string()));
}

std::string section_of(const std::string& markdown, std::string_view title) {
  for (const auto& section : sections_of(markdown)) {
    if (section.title == title) return section.text;
  }
  throw std::runtime_error(fmt::format("no section '{}'", title));
}

void write_manual(const std::vector<std::string>& arguments) {
  const auto commands = nlohmann::json::parse(read(arguments.at(1))).at("commands");
  const fs::path source = arguments.at(2);
  const auto& date = arguments.at(3);
  const fs::path folder = arguments.at(4);
  fs::create_directories(folder);
  for (const auto& command : commands) {
    const auto name = page_name(command.at("name").get<std::string>());
    write(folder / (name + ".1"), command_page(command, date));
  }
  const auto exit_codes = section_of(read(source / "docs/operations.md"), "Exit codes");
  write(folder / "dateline.1",
        program_page(commands, read(source / "docs/command-line.md"), exit_codes, date));
  Page query("dateline-query", 7, date, "the query language of dateline");
  add_document(query, read(source / "docs/query-language.md"));
  write(folder / "dateline-query.7", query.text());
  Page index("dateline-index", 5, date, "what an index of dateline is on disk");
  add_document(index, read(source / "docs/index-format.md") +
                          schema_markdown(read(source / "index/schema.h")) +
                          columns_markdown(read(source / "index/column_table.def")));
  write(folder / "dateline-index.5", index.text());
}

}  // namespace
}  // namespace dateline::manual

int main(int argc, char** argv) {
  try {
    dateline::manual::write_manual({argv, argv + argc});
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "dateline_manual_generator: {}\n", error.what());
    return 1;
  }
}
