#include <fmt/format.h>
#include <fmt/ranges.h>

#include "evaluation/report.h"

namespace dateline {
namespace {

std::string joined(const std::vector<std::string>& values) {
  return values.empty() ? "nothing" : fmt::format("{}", fmt::join(values, ","));
}

// Where to look: the label's line, the bytes in the article, or both.
std::string place_of(const Report& report, const WrongRow& row) {
  if (row.span.empty()) return fmt::format("{}:{}", report.path, row.line);
  const auto bytes = fmt::format("bytes {}-{}", row.span.begin, row.span.end);
  return row.line == 0 ? fmt::format("{} {}, no label", report.kind, bytes)
                       : fmt::format("{} {}, {}:{}", report.kind, bytes, report.path, row.line);
}

}  // namespace

std::string report_text(const Report& report) {
  std::string text;
  for (const auto& row : report.wrong) {
    text += fmt::format("{}: {}\n  expected {}\n  got      {}\n", place_of(report, row), row.text,
                        joined(row.expected), joined(row.got));
  }
  if (!report.kind.empty()) text += report.kind + ' ';
  return text + score_line(report.score) + '\n';
}

}  // namespace dateline
