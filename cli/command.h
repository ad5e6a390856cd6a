// What a subcommand is.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

namespace dateline {

/// A subcommand: declares its options on `app` when made, and runs when CLI11 has filled them in.
class Command {
 public:
  Command() = default;
  virtual ~Command() = default;
  Command(Command&&) = delete;

  /// @return the exit code. @throws Error; main turns it into a message and a code.
  [[nodiscard]] virtual int run() = 0;
};

/// Each adds its subcommand to `app`. What they return must live until it has run.
[[nodiscard]] std::unique_ptr<Command> add_annotate_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_check_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_compact_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_evaluate_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_explain_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_facets_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_index_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_info_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_pairs_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_remove_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_search_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_show_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_similar_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_timeline_command(CLI::App& app);
[[nodiscard]] std::unique_ptr<Command> add_watch_command(CLI::App& app);

}  // namespace dateline
