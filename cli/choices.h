// Names that an option's value is chosen from.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The names as CLI::IsMember takes them; help and messages list them in this order.
[[nodiscard]] inline std::vector<std::string> choices(std::span<const std::string_view> names) {
  return {names.begin(), names.end()};
}

}  // namespace dateline
