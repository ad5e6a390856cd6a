#include "cli/skipped_rows.h"

#include <fmt/format.h>

#include "cli/terminal.h"

namespace dateline {

std::string row_place(const std::string& path, std::size_t line) {
  return line == 0 ? path : fmt::format("{}:{}", path, line);
}

bool complain_of_skipped(const std::vector<RowProblem>& problems) {
  for (const auto& problem : problems) {
    complain(fmt::format("skipped {}: {}", row_place(problem.path, problem.line), problem.reason));
  }
  return !problems.empty();
}

}  // namespace dateline
