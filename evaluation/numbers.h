// Numbers in the columns of a table. Internal to evaluation/.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace dateline {

/// The number that all of `text` is, written as std::from_chars reads it; else nullopt.
template <typename Number>
[[nodiscard]] std::optional<Number> parse_number(std::string_view text) noexcept {
  Number number = 0;
  const auto* const begin = text.data();
  const auto* const end = begin + text.size();
  const auto [stop, error] = std::from_chars(begin, end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

}  // namespace dateline
