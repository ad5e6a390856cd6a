#include "cli/tools/command_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "cli/tools/markdown_page.h"
#include "cli/tools/roff.h"
#include "language/utf8.h"

namespace dateline::manual {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kWidest = 66;  // columns of an example, so that its line fits into 80

struct Example {
  std::string command;
  std::string note;
};

// A help text in its parts: paragraphs, and the lines below "Examples:".
struct Help {
  std::vector<std::string> paragraphs;
  std::vector<Example> examples;
};

Example example_of(std::string_view line) {
  line = trim(line);
  const auto gap = line.find("   ");
  if (gap == std::string_view::npos) return {std::string{line}, {}};
  return {std::string{line.substr(0, gap)}, std::string{trim(line.substr(gap))}};
}

Help parts_of(const std::string& text) {
  Help help;
  std::istringstream lines{text};
  bool in_examples = false;
  bool is_open = false;  // whether the next line belongs to the last paragraph
  for (std::string line; std::getline(lines, line);) {
    if (line == "Examples:") {
      in_examples = true;
    } else if (in_examples && line.starts_with("  ")) {
      help.examples.push_back(example_of(line));
    } else if (line.empty()) {
      is_open = false;
    } else {
      in_examples = false;
      if (!is_open) help.paragraphs.emplace_back();
      auto& paragraph = help.paragraphs.back();
      paragraph += (paragraph.empty() ? "" : " ") + line;
      is_open = true;
    }
  }
  return help;
}

// Where a long command goes on in the next line: before the last option that fits, else at the last
// blank, neither in quotes.
std::size_t break_of(std::string_view command) {
  std::size_t option = 0;
  std::size_t blank = 0;
  char quote = 0;
  for (std::size_t i = 0; i < std::min(command.size(), kWidest); ++i) {
    const char c = command[i];
    if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    } else if (c == ' ' && quote == 0) {
      blank = i;
      if (command.substr(i).starts_with(" --")) option = i;
    }
  }
  return option > kWidest / 2 ? option : blank;
}

void add_example(Page& page, const Example& example) {
  if (example.command.size() <= kWidest) {
    if (example.note.empty()) {
      page.paragraph(bold(example.command));
    } else {
      page.item(bold(example.command), escaped(example.note));
    }
    return;
  }
  if (!example.note.empty()) page.paragraph(escaped(example.note) + ":");
  std::string lines;
  std::string_view rest = example.command;
  while (rest.size() > kWidest) {
    const auto at = break_of(rest);
    if (at == 0) break;
    lines += fmt::format("{} \\\n    ", rest.substr(0, at));
    rest.remove_prefix(at + 1);
  }
  page.verbatim(lines + std::string{rest});
}

// The first sentence of a help text, as a page's name line says it.
std::string summary_of(const Json& command, const Help& help) {
  auto summary = command.at("summary").get<std::string>();
  if (!summary.empty() || help.paragraphs.empty()) return summary;
  const auto& first = help.paragraphs.front();
  summary = first.substr(0, first.find(". "));
  if (summary.ends_with('.')) summary.pop_back();
  if (!summary.empty() && summary[0] >= 'A' && summary[0] <= 'Z')
    summary[0] = static_cast<char>(summary[0] - 'A' + 'a');
  return summary;
}

std::string value_of(const Json& option) {
  constexpr std::size_t kShort = 45;
  std::string choices;
  for (const auto& choice : option.at("choices"))
    choices += (choices.empty() ? "" : "|") + choice.get<std::string>();
  if (!choices.empty() && choices.size() <= kShort) return choices;
  return option.at("value").get<std::string>();
}

void add_options(Page& page, const Json& options) {
  for (const auto& option : options) {
    std::string names;
    for (const auto& name : option.at("names"))
      names += (names.empty() ? "" : ", ") + bold(name.get<std::string>());
    const auto value = value_of(option);
    auto text = option.at("help").get<std::string>();
    if (const auto usual = option.at("default").get<std::string>(); !usual.empty())
      text += fmt::format(" (without it: {})", usual);
    page.item(value.empty() ? names : names + " " + italic(value), escaped(text));
  }
}

void add_see_also(Page& page, bool is_program) {
  page.section("See also");
  std::string text;
  if (!is_program) text = bold("dateline") + "(1), ";
  page.paragraph(text + bold("dateline-query") + "(7), " + bold("dateline-index") + "(5)");
}

std::string with_arguments(const Json& command) {
  const auto arguments = command.at("arguments").get<std::string>();
  const auto name = bold("dateline " + command.at("name").get<std::string>());
  return arguments.empty() ? name : name + " " + italic(arguments);
}

}  // namespace

std::string page_name(std::string_view command) {
  std::string name = fmt::format("dateline-{}", command);
  for (char& c : name) {
    if (c == ' ') c = '-';
  }
  return name;
}

std::string command_page(const Json& command, std::string_view date) {
  const auto help = parts_of(command.at("help").get<std::string>());
  Page page(page_name(command.at("name").get<std::string>()), 1, date, summary_of(command, help));
  page.section("Synopsis");
  page.paragraph(with_arguments(command) + " [" + italic("--OPTION…") + "]");
  if (!help.examples.empty()) page.section("Examples");
  for (const auto& example : help.examples) add_example(page, example);
  page.section("Description");
  for (const auto& paragraph : help.paragraphs) page.paragraph(escaped(paragraph));
  page.section("Options");
  add_options(page, command.at("options"));
  add_see_also(page, false);
  return page.text();
}

std::string program_page(const Json& commands, std::string_view document,
                         std::string_view exit_codes, std::string_view date) {
  Page page("dateline", 1, date, "full-text search for analysis of international affairs");
  page.section("Synopsis");
  page.paragraph(bold("dateline") + " " + italic("COMMAND") + " [" + italic("ARGUMENT…") + "] [" +
                 italic("--OPTION…") + "]");
  add_document(page, document);
  page.section("Commands");
  page.paragraph("Each has a page of its own: " + bold("dateline-search") + "(1).");
  for (const auto& command : commands) {
    const auto group = command.at("group").get<std::string>();
    if (!group.empty()) page.subsection(escaped(group));
    const auto help = parts_of(command.at("help").get<std::string>());
    page.item(with_arguments(command), escaped(summary_of(command, help)));
  }
  page.section("Exit status");
  add_markdown(page, exit_codes);
  add_see_also(page, true);
  return page.text();
}

}  // namespace dateline::manual
