// How names of regions are compared.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// What is the same for all spellings of a region's name: folded (utf8.h), letters and digits
/// alone, "&" as "and", without "the" at the beginning. "South-East Asia" and "southeast_asia" are
/// alike.
[[nodiscard]] std::string region_key(std::string_view name);

}  // namespace dateline
