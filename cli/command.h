// What a subcommand is.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <span>

namespace dateline {

/// A subcommand: declares its options when made, and runs when CLI11 has filled them in.
class Command {
 public:
  Command() = default;
  virtual ~Command() = default;
  Command(Command&&) = delete;

  /// @return the exit code. @throws Error; main turns it into a message and a code.
  [[nodiscard]] virtual int run() = 0;
};

/// How a subcommand is called, what it is for, and what makes it.
struct CommandEntry {
  const char* name;
  const char* help;
  /// Declares the options on `command`, which must live as long as what is returned.
  std::unique_ptr<Command> (*make)(CLI::App& command);
};

template <typename Made>
[[nodiscard]] std::unique_ptr<Command> make_command(CLI::App& command) {
  return std::make_unique<Made>(command);
}

/// Adds subcommands to `app`, one of which must be given. Options are declared only of the one that
/// the command line names, when it is parsed: it is then in `named`, which must live as long as
/// `app`.
void add_commands(CLI::App& app, std::span<const CommandEntry> entries,
                  std::unique_ptr<Command>& named);

[[nodiscard]] CommandEntry annotate_command() noexcept;
[[nodiscard]] CommandEntry check_command() noexcept;
[[nodiscard]] CommandEntry compact_command() noexcept;
[[nodiscard]] CommandEntry evaluate_command() noexcept;
[[nodiscard]] CommandEntry explain_command() noexcept;
[[nodiscard]] CommandEntry export_command() noexcept;
[[nodiscard]] CommandEntry facets_command() noexcept;
[[nodiscard]] CommandEntry index_command() noexcept;
[[nodiscard]] CommandEntry info_command() noexcept;
[[nodiscard]] CommandEntry pairs_command() noexcept;
[[nodiscard]] CommandEntry persons_command() noexcept;
[[nodiscard]] CommandEntry regions_command() noexcept;
[[nodiscard]] CommandEntry remove_command() noexcept;
[[nodiscard]] CommandEntry search_command() noexcept;
[[nodiscard]] CommandEntry serve_command() noexcept;
[[nodiscard]] CommandEntry show_command() noexcept;
[[nodiscard]] CommandEntry similar_command() noexcept;
[[nodiscard]] CommandEntry timeline_command() noexcept;
[[nodiscard]] CommandEntry watch_command() noexcept;

}  // namespace dateline
