// Says in one line what a query was understood as, for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/query_parser.h"

namespace dateline::test {

/// The tree as to_string() prints it, or "nothing"; behind it ` [event]` or ` [article]` for
/// `kind:`, and each warning as ` [warning: …]`. A query that is refused: `error at 7 'piece':
/// message`.
[[nodiscard]] std::string describe(std::string_view query, const QueryLimits& limits = {});

/// The rows of a table of `left ⇥ right` lines in this folder; blank lines and those that begin
/// with "# " are left out. Empty when the file is missing.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> read_table(std::string_view name);

}  // namespace dateline::test
