// dateline index --watch.
#pragma once

#include <functional>
#include <stop_token>

#include "indexer/indexer.h"

namespace dateline {

/// Indexes the directories in `options.paths`, then what is written below them a second after the
/// last write, batch by batch, until a stop is requested. The lock is held only during a batch; for
/// another writer it waits. `done` is called after each batch.
/// @return the exit code. @throws UsageError when a path is no directory; IndexError.
[[nodiscard]] int watch_and_index(IndexOptions options, const std::stop_token& stop,
                                  const std::function<void(const IndexReport&)>& done);

}  // namespace dateline
