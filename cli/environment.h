// What the user's shell has set.
#pragma once

#include <string_view>

namespace dateline {

/// A variable of the environment, as "COLUMNS"; empty when it is not set. The view lives as long as
/// the program: nothing sets the environment.
[[nodiscard]] std::string_view environment(const char* name);

}  // namespace dateline
