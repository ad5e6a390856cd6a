// Searches in an index on this machine.
#pragma once

#include <memory>

#include "index/snapshot.h"
#include "searcher/engine.h"

namespace dateline {

/// @throws IndexError (missing): damaged, or made by another analyzer.
[[nodiscard]] std::unique_ptr<SearchEngine> make_local_engine(Snapshot snapshot);

}  // namespace dateline
