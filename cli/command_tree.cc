#include "cli/command_tree.h"

#include <algorithm>
#include <array>

#include "cli/help.h"

namespace dateline {

CommandTree::CommandTree() : app_("", "dateline") {
  app_.formatter(std::make_shared<HelpFormatter>());
  app_.set_help_flag("--help", "Print this help");
  app_.set_version_flag("--version", DATELINE_VERSION);
  add_commands(app_,
               std::array{index_command(), search_command(), facets_command(), timeline_command(),
                          pairs_command(), persons_command(), show_command(), explain_command(),
                          similar_command(), annotate_command(), evaluate_command(),
                          watch_command(), info_command(), regions_command(), remove_command(),
                          compact_command(), check_command(), export_command(), serve_command()},
               named_);
}

const CLI::App* CommandTree::declared(const std::vector<std::string>& words) {
  std::vector<std::string> line(words);
  line.emplace_back("--help");
  std::reverse(line.begin(), line.end());  // as CLI11 wants them
  bool is_declared = false;
  try {
    app_.parse(std::move(line));
  } catch (const CLI::CallForHelp&) {
    is_declared = true;
  } catch (const CLI::ParseError&) {
    is_declared = false;
  }
  if (!is_declared) return nullptr;
  const CLI::App* command = &app_;
  for (const auto& word : words) {
    const auto parsed = command->get_subcommands();
    if (parsed.empty() || parsed.front()->get_name() != word) return nullptr;
    command = parsed.front();
  }
  return command;
}

}  // namespace dateline
