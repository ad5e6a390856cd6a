// Short inputs beside the articles: a query, lists of paths and ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

inline constexpr std::uint64_t kMaxQueryBytes = std::uint64_t{1} << 20;
inline constexpr std::uint64_t kMaxListBytes = std::uint64_t{256} << 20;

/// All of a file ("-": standard input). `option` names it in messages: "--query-file".
/// @throws UsageError when it cannot be opened, or has more than `max_bytes`. @throws Error when
/// the reading fails.
[[nodiscard]] std::string read_bounded(const std::string& file, std::string_view option,
                                       std::uint64_t max_bytes);

/// What is in a file as read_bounded() gives it, each item ended by `end` (a line end, or NUL);
/// empty ones are passed over, and so is a CR before a line end. Throws what it throws.
[[nodiscard]] std::vector<std::string> read_list(const std::string& file, std::string_view option,
                                                 char end = '\n');

}  // namespace dateline
