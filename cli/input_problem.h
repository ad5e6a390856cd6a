// What is wrong with an input, on stderr.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "evaluation/row_problem.h"

namespace dateline {

/// "dates.tsv:3", or the path alone for line 0.
[[nodiscard]] std::string place_in(const std::string& path, std::size_t line);

/// Writes "skipped PLACE: MESSAGE", or without the first word where it was read all the same.
void complain_of_input(const std::string& path, std::size_t line, const std::string& message,
                       bool skipped);

/// Names each of the rows, which were skipped. @return whether there are any.
bool complain_of_skipped(const std::vector<RowProblem>& problems);

}  // namespace dateline
