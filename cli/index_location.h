// Which index a command works on.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <string>

namespace dateline {

/// The index named by `option` (`--index`), else by $DATELINE_INDEX, else the nearest `.dateline`
/// in the working directory or above it, else `dateline` below $XDG_DATA_HOME (~/.local/share
/// without it). Absolute. Source: XDG Base Directory Specification 0.8.
/// @throws UsageError when neither names one and $DATELINE_CLUSTER says that a cluster is meant.
/// @throws IndexError (missing) when a `.dateline` that was found so belongs to another user.
[[nodiscard]] std::filesystem::path index_location(const std::string& option);

/// The same for a command that writes to it. What this process makes from here on, nobody else can
/// read (0700, 0600), unless others may look into the index as it is, or it is new and `shares_new`
/// holds: then as the umask says.
[[nodiscard]] std::filesystem::path index_to_write(const std::string& option,
                                                   bool shares_new = false);

/// $XDG_DATA_HOME, or what stands for it (~/.local/share).
[[nodiscard]] std::filesystem::path data_folder();

/// Declares `--index` on a subcommand; what is given goes to `index`, which must live as long as
/// it.
void add_index_option(CLI::App& command, std::string& index);

}  // namespace dateline
