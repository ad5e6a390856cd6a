// Ranked answers to topics, as TREC runs write them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/row_problem.h"

namespace dateline {

/// A document that was found for a topic.
struct RankedDocument {
  std::string id;
  double score = 0;
};

/// A topic's documents, best first, each once: by score, equal ones by the bytes of their ids (as
/// measures do that know nothing of ranks).
using Ranking = std::vector<RankedDocument>;

/// What was found for each topic.
struct Run {
  std::string path;  ///< empty when it was not read from a file
  std::map<std::string, Ranking> topics;
  std::vector<RowProblem> problems;
};

/// An id as qrels and runs can hold it: each byte of white space and of control characters as `%`
/// and two hex digits ("a b" -> "a%20b"), all else as it is.
[[nodiscard]] std::string run_id(std::string_view id);

/// Appends the next best document. Its score becomes lower than the one before it where it is not
/// already, by the least that a 32-bit number can tell apart, so that whoever sorts by score gets
/// this order.
void add_ranked(Ranking& ranking, std::string_view id, double score);

/// The run as `topic Q0 document rank score NAME` lines. Scores have as many digits as tell them
/// apart. `name` is a word without blanks.
[[nodiscard]] std::string run_text(const Run& run, std::string_view name);

/// Reads such lines, parted by blanks or tabs. Their order and ranks do not matter. Of a document
/// that has several places under one topic the best counts, and the later line is a problem. Lines
/// that begin with '#' are comments.
/// @throws CorpusError when the file cannot be read or holds no rows.
[[nodiscard]] Run read_run(const std::filesystem::path& path);

}  // namespace dateline
