// Amounts as people read them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// "1 article", "1,200 articles".
[[nodiscard]] std::string plural(std::uint64_t count, std::string_view noun);

/// "512 bytes", "2.3 kB", "81.0 MB", "1.2 GB": powers of ten.
[[nodiscard]] std::string bytes_text(std::uint64_t bytes);

}  // namespace dateline
