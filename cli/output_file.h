// Files that a command writes beside an index.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Writes `text` into a file, or prints it when `path` is "-". What the file had is lost.
/// @throws IndexError (io) when it cannot be written, with the system's reason.
void write_output(const std::string& path, std::string_view text);

}  // namespace dateline
