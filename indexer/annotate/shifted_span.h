// A span of a part of a text, as one of the text.
#pragma once

#include <cstdint>

#include "language/span.h"

namespace dateline {

/// The span `by` bytes further on.
[[nodiscard]] constexpr Span shifted(Span span, std::uint32_t by) noexcept {
  return {span.begin + by, span.end + by};
}

}  // namespace dateline
