// What is asked, to see how good the answers are.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "evaluation/row_problem.h"

namespace dateline {

/// A question in natural language.
struct Topic {
  std::size_t line = 0;  ///< of its file, 1-based
  std::string id;        ///< as runs and qrels write it, see run_id()
  std::string text;
};

/// The topics of a file that can be used, in its order, and what is wrong with its other rows.
struct Topics {
  std::string path;
  std::vector<Topic> rows;
  std::vector<RowProblem> problems;
};

/// Reads `id ⇥ text`, one topic a line. UTF-8; lines that begin with '#' are comments. A row whose
/// id an earlier one has, or which has no words, is a problem.
/// @throws CorpusError when the file cannot be read or holds no rows.
[[nodiscard]] Topics read_topics(const std::filesystem::path& path);

}  // namespace dateline
