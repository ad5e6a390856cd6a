// What is wrong with a row of labels.
#pragma once

#include <cstddef>
#include <string>

namespace dateline {

/// A row (or a file) of labels that cannot be used, and why; it is left out of the score.
struct RowProblem {
  std::string path;
  std::size_t line = 0;  ///< 1-based; 0 when the whole file is meant
  std::string reason;    ///< one line for a user
};

}  // namespace dateline
