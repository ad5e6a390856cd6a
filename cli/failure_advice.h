// What a user reads when the system refuses what writing needs.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <new>

#include "index/error.h"

namespace dateline {

/// Runs `run` and returns what it returns. When a disk, a permission or memory fails it, the error
/// goes on with what `advice` returns then: what is safe, and how to go on.
/// @throws IndexError (io) so; anything else as it comes.
template <typename Advice, typename Run>
auto with_advice(const std::filesystem::path& index, Advice advice, Run run) {
  try {
    return run();
  } catch (const IndexError& error) {
    if (error.fault() != IndexFault::io) throw;
    throw IndexError(IndexFault::io, error.path(), fmt::format("{}; {}", error.what(), advice()));
  } catch (const std::bad_alloc&) {
    throw IndexError(IndexFault::io, index, fmt::format("out of memory; {}", advice()));
  }
}

}  // namespace dateline
