// Words by which a text means both of two states without naming them.
#pragma once

#include <string_view>

namespace dateline {

/// Whether a text tells of "the two leaders", "both sides", "the two countries", their governments,
/// foreign ministers or ministries. Linear; never throws.
[[nodiscard]] bool tells_of_two_sides(std::string_view text);

}  // namespace dateline
