// What is known of a command's options: for completions, and for the manual.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// An option as it was declared.
struct OptionFacts {
  std::vector<std::string> names;  ///< "-0", "--null"
  std::string value;  ///< what stands for its value: "TEXT", "FILE", "DIR", "NUMBER"; empty: none
  std::vector<std::string> choices;  ///< the values that it may have; empty: others
  std::string help;
  std::string usual;  ///< its value where it is not given, if that is worth saying
  bool repeats = false;
};

/// The options of a command whose options are declared, in that order; those that every command has
/// at the end.
[[nodiscard]] std::vector<OptionFacts> options_of(const CLI::App& command);

/// The one that is typed so: "--null", "-n". @return nullptr when there is none.
[[nodiscard]] const OptionFacts* find_option(const std::vector<OptionFacts>& options,
                                             std::string_view typed);

/// All commands, and those of `watch`, with help, arguments and options, as one JSON object: from
/// it the manual is made, and the commands in the documents are held against it.
[[nodiscard]] std::string commands_json();

}  // namespace dateline
