// Text and numbers as they are shown to people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// Whether a character would command a terminal, or show a text as another one: control characters
/// (C0, DEL, C1), format controls (general category Cf: direction overrides, marks of no width,
/// tags), and the separators of lines and paragraphs (U+2028, U+2029).
[[nodiscard]] bool is_commanding(char32_t c);

/// `text` with commanding characters escaped so that they are seen, as `\u001b` or `\U000e0041`:
/// the one way in which what stands in an article, an id or a file's name reaches a terminal or a
/// file for another program. Bytes that are no UTF-8 become U+FFFD. Tabs and line feeds stay, CR LF
/// becomes LF and a CR at the end nothing, soft hyphens are left out, and joiners (U+200C, U+200D)
/// stay where the letters or signs around them are written with them.
[[nodiscard]] std::string escaped_controls(std::string_view text);

/// The same with spaces for tabs. Line feeds stay where `keep_lines`, and are spaces otherwise.
[[nodiscard]] std::string printable(std::string_view text, bool keep_lines = false);

/// Columns that `text` takes on a terminal.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// "12,345".
[[nodiscard]] std::string with_commas(std::uint64_t number);

}  // namespace dateline
