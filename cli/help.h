// What `dateline --help` prints, and the usage line of each subcommand.
#pragma once

#include <CLI/Formatter.hpp>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// A subcommand as the help names it.
struct CommandHelp {
  std::string_view name;       ///< "search", "watch add"
  std::string_view arguments;  ///< "[QUERY…]"; empty: none
  std::string_view summary;    ///< what it does, in a few words; empty: not in the overview
  std::string_view group;      ///< the first of a group says its name
};

/// Every subcommand, in the order of the overview. A new one needs a row here.
[[nodiscard]] std::span<const CommandHelp> command_helps() noexcept;

/// The overview: commands in groups, an example. It fits a screen of 80 × 24.
[[nodiscard]] std::string overview();

/// Help of a subcommand, whose usage line names its arguments.
class HelpFormatter : public CLI::Formatter {
 public:
  [[nodiscard]] std::string make_usage(const CLI::App* app, std::string name) const override;
};

}  // namespace dateline
