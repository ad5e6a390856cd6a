#include "cli/input_problem.h"

#include <fmt/format.h>

#include "cli/terminal.h"

namespace dateline {

std::string place_in(const std::string& path, std::size_t line) {
  return line == 0 ? path : fmt::format("{}:{}", path, line);
}

void complain_of_input(const std::string& path, std::size_t line, const std::string& message,
                       bool skipped) {
  complain(fmt::format("{}{}: {}", skipped ? "skipped " : "", place_in(path, line), message));
}

bool complain_of_skipped(const std::vector<RowProblem>& problems) {
  for (const auto& problem : problems)
    complain_of_input(problem.path, problem.line, problem.reason, true);
  return !problems.empty();
}

}  // namespace dateline
