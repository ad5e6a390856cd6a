#include "cli/wait_option.h"

#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <utility>

#include "cli/terminal.h"

namespace dateline {

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
