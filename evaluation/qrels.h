// Which documents are relevant to which topics.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "evaluation/row_problem.h"

namespace dateline {

/// Grades beyond ±kMaxGrade are refused: a gain is 2 to the power of its grade.
inline constexpr int kMaxGrade = 100;

/// The judged documents of a topic, with their grades: 0 or less is not relevant, more is better.
using Judgements = std::unordered_map<std::string, int>;

/// The judgements of a file that can be used, by topic, and what is wrong with its other rows.
struct Qrels {
  std::string path;
  std::map<std::string, Judgements> topics;
  std::vector<RowProblem> problems;
};

/// Reads TREC qrels: `topic iteration document grade`, parted by blanks or tabs. The iteration is
/// passed over; of a grade the whole part counts. Of two judgements of one document for one topic
/// the later is a problem. Lines that begin with '#' are comments.
/// @throws CorpusError when the file cannot be read or holds no rows.
[[nodiscard]] Qrels read_qrels(const std::filesystem::path& path);

}  // namespace dateline
