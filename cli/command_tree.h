// The program's commands, as the command line is parsed by them.
#pragma once

#include <CLI/App.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"

namespace dateline {

/// All commands. The options of one are declared when a command line that names it is parsed.
class CommandTree {
 public:
  CommandTree();
  CommandTree(CommandTree&&) = delete;

  [[nodiscard]] CLI::App& app() noexcept { return app_; }
  /// The command that the parsed line named. Requires that parsing succeeded.
  [[nodiscard]] Command& named() noexcept { return *named_; }
  /// The command of these words ("watch", "add"), its options declared as for asking its help; the
  /// program itself for none. nullptr when there is no such command. To be called once.
  [[nodiscard]] const CLI::App* declared(const std::vector<std::string>& words);

 private:
  std::unique_ptr<Command> named_;
  CLI::App app_;
};

}  // namespace dateline
