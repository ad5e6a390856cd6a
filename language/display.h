// Text and numbers as they are shown to people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// `text` without control characters and direction marks, so that nothing in an article or a file's
/// name reaches a terminal as a command; bytes that are no UTF-8 become U+FFFD. Line feeds stay
/// where `keep_lines`, and are spaces otherwise.
[[nodiscard]] std::string printable(std::string_view text, bool keep_lines = false);

/// Columns that `text` takes on a terminal.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// "12,345".
[[nodiscard]] std::string with_commas(std::uint64_t number);

}  // namespace dateline
