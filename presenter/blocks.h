// Small charts made of block characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dateline {

/// A bar, as long as `share` (0 to 1) of `width` columns, to an eighth of a column; anything above
/// 0 shows.
[[nodiscard]] std::string block_bar(double share, std::size_t width);

/// One column each: its height is its part of the highest. A blank stands for nullopt, and the
/// lowest block for everything else down to 0.
[[nodiscard]] std::string sparkline(const std::vector<std::optional<double>>& values);

}  // namespace dateline
