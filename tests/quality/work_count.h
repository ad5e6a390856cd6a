// How much work was done so far.
#pragma once

#include <cstdint>

namespace dateline::test {

/// Basic blocks of the counted libraries (work.cmake) that have run since the program began.
[[nodiscard]] std::uint64_t work_done() noexcept;

}  // namespace dateline::test
