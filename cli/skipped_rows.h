// Rows of labels that could not be used.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "evaluation/row_problem.h"

namespace dateline {

/// "dates.tsv:3", or the path alone for line 0.
[[nodiscard]] std::string row_place(const std::string& path, std::size_t line);

/// Names each on stderr. @return whether there are any.
bool complain_of_skipped(const std::vector<RowProblem>& problems);

}  // namespace dateline
