// What may stand where somebody is typing: commands, options, fields, and their values.
#pragma once

#include <string>
#include <vector>

namespace dateline {

/// @param words the command line behind the program's name, without the shell's quotes, up to the
/// word that is being typed, which may be empty and is the last.
/// @return a line for each candidate, three columns parted by tabs: `whole` (a blank may follow),
/// `open` (more of the word follows), `file` or `folder` (the shell knows their names); the text
/// that takes the word's place; a note, or nothing. Commands and options come from the declarations
/// that parse the command line, values from the tables of the program and the index in force; when
/// there is none, or it cannot be read, there are fewer. Never throws for what is typed.
[[nodiscard]] std::string complete(const std::vector<std::string>& words);

}  // namespace dateline
