// The option of commands that write: how long to wait for another writer.
#pragma once

#include <CLI/App.hpp>
#include <stop_token>

#include "index/writer_lock.h"

namespace dateline {

/// Declares `--wait SECONDS` on a subcommand; what is given goes to `seconds`, which must live as
/// long as it.
void add_wait_option(CLI::App& command, double& seconds);

/// A wait of so many seconds, which says once on stderr whom it is for.
[[nodiscard]] LockWait lock_wait(double seconds, std::stop_token stop = {});

}  // namespace dateline
