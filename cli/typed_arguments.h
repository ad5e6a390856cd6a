// A command line as it was typed, and as it is meant.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What stands for options and commands, put as those: `-h` alone is `--help`, `-V` `--version`,
/// `-n 5` `--limit 5`, `help watch add` is `watch add --help`; nothing behind `--` is looked at. A
/// word of more letters behind a hyphen stays as it is: it excludes.
[[nodiscard]] std::vector<std::string> as_meant(std::vector<std::string> typed);

/// An option that every command has.
struct DisplayOption {
  std::string_view name;
  std::array<std::string_view, 3> choices;  ///< its values; none where the first is empty
  std::string_view help;
};
inline constexpr std::array kDisplayOptions{
    DisplayOption{
        "--color", {"auto", "always", "never"}, "Colour: auto (on a terminal), always or never"},
    DisplayOption{"--no-pager", {}, "No pager, however long the answer is"},
};

/// The options that every command has, taken out of the arguments: `--color WHEN` and `--no-pager`.
struct Display {
  std::string color = "auto";  ///< auto, always or never
  bool pager = true;
};
/// @throws UsageError for another colour.
[[nodiscard]] Display take_display(std::vector<std::string>& arguments);

/// The name of `names` that is near to what was typed; empty when none is.
[[nodiscard]] std::string nearest_to(std::string_view typed, const std::vector<std::string>& names);

/// Throws unless the arguments, the words of a query among them, are UTF-8.
/// @throws UsageError.
void check_utf8(const std::vector<std::string>& arguments);

}  // namespace dateline
