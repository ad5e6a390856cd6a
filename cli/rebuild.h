// dateline index --rebuild.
#pragma once

#include "indexer/rebuild.h"

namespace dateline {

/// Builds the index anew, and prints a summary unless `quiet`. Problems go to stderr.
/// @return the exit code. @throws IndexError.
[[nodiscard]] int run_rebuild(const RebuildOptions& options, const std::stop_token& stop,
                              bool quiet);

}  // namespace dateline
