#include "presenter/blocks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace dateline {

std::string block_bar(double share, std::size_t width) {
  constexpr std::array<std::string_view, 8> kEighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const double length = std::clamp(share, 0.0, 1.0) * static_cast<double>(width * kEighths.size());
  auto eighths = static_cast<std::size_t>(std::lround(length));
  if (eighths == 0 && share > 0) eighths = 1;
  std::string bar;
  for (std::size_t i = 0; i < eighths / kEighths.size(); ++i) bar += "█";
  return bar + std::string{kEighths[eighths % kEighths.size()]};
}

std::string sparkline(const std::vector<std::optional<double>>& values) {
  constexpr std::array<std::string_view, 8> kHeights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  double highest = 0;
  for (const auto& value : values) highest = std::max(highest, value.value_or(0));
  std::string line;
  for (const auto& value : values) {
    const double part = highest > 0 ? value.value_or(0) / highest : 0;
    const auto height = std::lround(part * static_cast<double>(kHeights.size() - 1));
    line += value ? kHeights[static_cast<std::size_t>(height)] : " ";
  }
  return line;
}

}  // namespace dateline
