// The manual's pages of commands, from what the program says of them.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace dateline::manual {

/// dateline-search(1), of one of the commands that `dateline commands` prints.
[[nodiscard]] std::string command_page(const nlohmann::json& command, std::string_view date);

/// dateline(1): what is in a document (docs/command-line.md), the commands, and the exit codes as a
/// table in Markdown.
[[nodiscard]] std::string program_page(const nlohmann::json& commands, std::string_view document,
                                       std::string_view exit_codes, std::string_view date);

/// "dateline-watch-add" for "watch add".
[[nodiscard]] std::string page_name(std::string_view command);

}  // namespace dateline::manual
