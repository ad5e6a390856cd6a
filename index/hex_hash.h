// Hashes as text.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// XXH3 (64 bits) of some bytes, as 16 hex digits.
[[nodiscard]] std::string hex_hash(std::string_view bytes);

}  // namespace dateline
