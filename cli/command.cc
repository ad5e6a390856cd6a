#include "cli/command.h"

namespace dateline {

void add_commands(CLI::App& app, std::span<const CommandEntry> entries,
                  std::unique_ptr<Command>& named) {
  app.require_subcommand(1);
  for (const auto& entry : entries) {
    auto* const command = app.add_subcommand(entry.name, entry.help);
    command->preparse_callback(
        [command, make = entry.make, &named](std::size_t) { named = make(*command); });
  }
}

}  // namespace dateline
