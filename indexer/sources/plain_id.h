// Ids that can be printed.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// `path` with what an id may not hold escaped as in URLs: bytes that are no UTF-8, control
/// characters, '#' (which parts an event from its article) and '%' become %XX. Source: RFC 3986
/// §2.1.
[[nodiscard]] std::string plain_id(std::string_view path);

/// Whether an id that a file gives can be used: not empty, at most kMaxIdBytes, nothing that
/// plain_id() would escape except '%'.
[[nodiscard]] bool is_plain_id(std::string_view id);

inline constexpr std::size_t kMaxIdBytes = 1000;

}  // namespace dateline
