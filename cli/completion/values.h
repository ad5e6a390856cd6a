// Values that a filter, a facet or an option may have, for completions.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/completion/candidate.h"

namespace dateline {

/// The values of a field of the query language, or of an option of the same name, that begin with
/// what is typed. Of several values (`RU,CN`, `RU+CN`) the last one is completed, of a pair the
/// second country behind the dash. Values with blanks are in quotes where `is_query`, as the query
/// language wants them. `index` says which index is in force, and is asked only where it is needed.
/// Nothing for a name that has no values to choose from. @throws Error where the index cannot be
/// read.
[[nodiscard]] Candidates values_of(std::string_view name, std::string_view typed, bool is_query,
                                   const std::function<std::string()>& index);

}  // namespace dateline
