// What an evaluation found, and its presenters.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "evaluation/score.h"
#include "language/span.h"
#include "presenter/formats.h"

namespace dateline {

/// A row whose values are not those of its label.
struct WrongRow {
  std::size_t line = 0;               ///< of the labels' file; 0 for what no label has
  Span span;                          ///< in the article's text; empty for labelled sentences
  std::string text;                   ///< the sentence, or the words of the mention
  std::vector<std::string> expected;  ///< "2001-02-19/2001-03-02", "CN"; empty: nothing
  std::vector<std::string> got;
};

/// One kind of values, scored against one file of labels.
struct Report {
  std::string kind;   ///< what stands before the score; empty for labelled sentences
  std::string block;  ///< "dates", "countries", "article": what was asked for
  std::string path;   ///< of the labels
  Score score;
  std::vector<WrongRow> wrong;  ///< in order of the text
};

/// For readers: each wrong row with what was expected and what came, then the score's line.
/// Lines end with a line feed. Control characters of the text are left as they are.
[[nodiscard]] std::string report_text(const Report& report);

/// The reports of one evaluation, those of a block side by side.
using ReportList = std::vector<Report>;

/// The reports one below the other, an empty line between blocks.
[[nodiscard]] std::string to_text(const ReportList& reports, const TextStyle& style);
/// One JSON object and a line end, the reports in their order; grammar in docs/output.md.
[[nodiscard]] std::string to_json(const ReportList& reports);

template <>
std::span<const Writer<ReportList>> writers_of() noexcept;

}  // namespace dateline
