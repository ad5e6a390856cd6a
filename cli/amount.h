// Amounts as messages tell them, and options that several writing commands share.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "index/writer_lock.h"

namespace dateline {

/// "1 article", "1,200 articles".
[[nodiscard]] std::string plural(std::uint64_t count, std::string_view noun);

/// "512 bytes", "2.3 kB", "81.0 MB", "1.2 GB": powers of ten.
[[nodiscard]] std::string bytes_text(std::uint64_t bytes);

/// Declares `--wait SECONDS` on a subcommand; what is given goes to `seconds`, which must live as
/// long as it.
void add_wait_option(CLI::App& command, double& seconds);

/// Waits for so many seconds, and tells once on stderr whom for.
[[nodiscard]] LockWait lock_wait(double seconds, std::stop_token stop = {});

}  // namespace dateline
