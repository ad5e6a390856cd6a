#include "cli/tools/schema_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <regex>
#include <sstream>
#include <vector>

namespace dateline::manual {
namespace {

// The lines of the comment that opens a file, without its slashes.
std::vector<std::string> opening_comment(std::string_view file) {
  std::istringstream stream{std::string{file}};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line) && line.starts_with("//");)
    lines.push_back(line.size() > 3 ? line.substr(3) : std::string{});
  return lines;
}

// A cell of a table: no bar, no backquote of its own, nothing that is emphasis.
std::string cell(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '|' || c == '*' || c == '_') result += '\\';
    result += c;
  }
  return result;
}

struct Row {
  std::string name;
  std::string text;
};

std::string table_of(std::vector<Row>& rows) {
  if (rows.empty()) return {};
  std::string text = "\n| name | what |\n|---|---|\n";
  for (const auto& row : rows) text += fmt::format("| `{}` | {} |\n", row.name, row.text);
  rows.clear();
  return text + "\n";
}

// "COLUMNS and DICTIONARIES: column_table.def has …": a heading, and what follows it.
bool is_heading(const std::string& line, std::smatch& found) {
  static const std::regex kHeading{
      "^([A-Z]{3,}(?: (?:[A-Z]{2,}|and|AND))*)(?: \\(.*\\))?[.:]?(?: (.*))?$"};
  return std::regex_match(line, found, kHeading);
}

std::string capitalized(std::string text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] >= 'A' && text[i] <= 'Z') text[i] = static_cast<char>(text[i] - 'A' + 'a');
  }
  return text;
}

}  // namespace

std::string schema_markdown(std::string_view header) {
  static const std::regex kItem{"^( {2,6})(\\S+(?: \\S+)*?) {2,}(\\S.*)$"};
  std::string text;
  std::vector<Row> rows;
  std::string folder;
  for (const auto& line : opening_comment(header)) {
    std::smatch found;
    if (is_heading(line, found)) {
      text +=
          table_of(rows) + fmt::format("\n## {}\n\n{}\n", capitalized(found[1]), found[2].str());
    } else if (text.empty()) {
      continue;  // what stands before the first heading is for those who change the source
    } else if (std::regex_match(line, found, kItem)) {
      const bool is_inner = found[1].length() > 2;
      const auto name = found[2].str();
      if (!is_inner) folder = name.ends_with('/') ? name : std::string{};
      rows.push_back({(is_inner ? folder : "") + name, cell(found[3].str())});
    } else if (line.starts_with("     ") && !rows.empty()) {
      rows.back().text += " " + cell(line.substr(line.find_first_not_of(' ')));
    } else if (line.starts_with("  ")) {
      text += table_of(rows) + line.substr(2) + "\n\n";
    } else {
      text += table_of(rows) + line + "\n";
    }
  }
  return text + table_of(rows);
}

std::string columns_markdown(std::string_view table) {
  static const std::regex kColumn{
      "^COLUMN\\(\\w+, \"([^\"]+)\", (.+), (articles|events|terms|words), (always|may_be_absent),"};
  static const std::regex kDictionary{
      "^DICTIONARY\\(\\w+, \"([^\"]+)\", (always|may_be_absent)\\)"};
  std::istringstream stream{std::string{table}};
  std::vector<Row> columns;
  std::vector<Row> dictionaries;
  std::string comment;
  bool is_table = false;  // what stands before the first row is for those who change it
  for (std::string line; std::getline(stream, line);) {
    std::smatch found;
    std::string more;
    if (line.starts_with("COLUMN(") && !line.ends_with(')') && std::getline(stream, more))
      line += " " + more.substr(std::min(more.find_first_not_of(' '), more.size()));
    if (std::regex_search(line, found, kColumn)) {
      const auto absent = found[4] == "always" ? "" : "; a segment may lack it";
      columns.push_back(
          {found[1], fmt::format("`{}`, a row for each of the {}{}. {}", found[2].str(),
                                 found[3].str(), absent, cell(comment))});
    } else if (std::regex_search(line, found, kDictionary)) {
      dictionaries.push_back(
          {found[1],
           fmt::format("Strings by number{}. {}",
                       found[2] == "always" ? "" : "; a segment may lack it", cell(comment))});
    } else if (line.starts_with("// ") && is_table) {
      comment += (comment.empty() ? "" : " ") + line.substr(3);
      continue;
    }
    is_table = is_table || line.empty();
    comment.clear();
  }
  return "\n## Columns\n" + table_of(columns) + "\n## Dictionaries\n" + table_of(dictionaries);
}

}  // namespace dateline::manual
