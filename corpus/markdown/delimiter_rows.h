// Rows of dashes below the head of a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// MD4C wants three dashes for each column, GitHub one: `text` with the others added in rows of
/// nothing but bars, dashes and colons below a line with a bar. Linear.
/// @return nullopt where nothing was to be added.
[[nodiscard]] std::optional<std::string> with_long_delimiters(std::string_view text);

}  // namespace dateline
