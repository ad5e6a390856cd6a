#include "cli/amount.h"

#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <array>
#include <utility>

#include "cli/terminal.h"
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

void add_wait_option(CLI::App& command, double& seconds) {
  constexpr double kLongest = 1e6;  // eleven days
  command
      .add_option("--wait", seconds,
                  "Seconds to wait while another process writes the index (0: not at all)")
      ->check(CLI::Range(0.0, kLongest))
      ->capture_default_str();
}

LockWait lock_wait(double seconds, std::stop_token stop) {
  LockWait wait;
  wait.at_most = std::chrono::milliseconds{static_cast<std::int64_t>(seconds * 1000)};
  wait.stop = std::move(stop);
  wait.on_wait = [seconds](const std::string& holder) {
    complain(fmt::format("the index is being written by {}; waiting up to {} s", holder, seconds));
  };
  return wait;
}

}  // namespace dateline
