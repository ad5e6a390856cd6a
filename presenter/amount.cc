#include "presenter/amount.h"

#include <fmt/format.h>

#include <array>

#include "language/display.h"

namespace dateline {

std::string plural(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", with_commas(count), noun, count == 1 ? "" : "s");
}

std::string bytes_text(std::uint64_t bytes) {
  constexpr double kStep = 1000;
  constexpr std::array kUnits{"kB", "MB", "GB", "TB"};
  if (static_cast<double>(bytes) < kStep) return plural(bytes, "byte");
  auto amount = static_cast<double>(bytes) / kStep;
  std::size_t unit = 0;
  while (amount >= kStep && unit + 1 < kUnits.size()) {
    amount /= kStep;
    ++unit;
  }
  return fmt::format("{:.1f} {}", amount, kUnits[unit]);
}

}  // namespace dateline
