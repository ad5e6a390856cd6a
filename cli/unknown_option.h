// What was typed for an option that there is not.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <string_view>

namespace dateline {

/// What to say of a word that begins with two hyphens and is no option of a command: the nearest
/// one that there is, and for commands that take a query, how to search for the word.
/// @param name of the command, as typed.
[[nodiscard]] std::string unknown_option(const CLI::App& command, std::string_view word,
                                         std::string_view name, bool takes_query);

}  // namespace dateline
