// Long output on a terminal.
#pragma once

#include <string_view>

namespace dateline {

/// Shows text through the program that $PAGER names (else less, which leaves at once what fits a
/// screen), as git does.
/// @return false when it cannot be started, or $PAGER is empty or "cat": nothing was written then.
[[nodiscard]] bool page(std::string_view text);

}  // namespace dateline
