// Addresses and file names, whose numbers are no dates.
#pragma once

#include <string_view>

namespace dateline::dates {

/// Whether `run`, characters without white space, is an address of the web or of a mailbox, or a
/// file's name: it has "://", "www." in front, an at sign or an underscore between letters or
/// digits, or a suffix of the table of words ("memo.pdf", "example.org/1991"). Marks around it
/// (brackets, stops, quotation marks) do not matter. Linear.
[[nodiscard]] bool is_address(std::string_view run) noexcept;

/// `run` without the marks that may stand behind an address.
[[nodiscard]] std::string_view without_closing_marks(std::string_view run) noexcept;

}  // namespace dateline::dates
