// Which index a command works on.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <string>

namespace dateline {

/// The index named by `option` (`--index`), else by $DATELINE_INDEX, else the nearest `.dateline`
/// in the working directory or above it, else `dateline` below $XDG_DATA_HOME (~/.local/share
/// without it). Absolute. Source: XDG Base Directory Specification 0.8.
[[nodiscard]] std::filesystem::path index_location(const std::string& option);

/// Declares `--index` on a subcommand; what is given goes to `index`, which must live as long as
/// it.
void add_index_option(CLI::App& command, std::string& index);

}  // namespace dateline
