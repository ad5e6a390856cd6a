#include <fmt/format.h>
#include <fmt/ranges.h>

#include "evaluation/report.h"

namespace dateline {
namespace {

std::string listed(const std::vector<std::string>& values) {
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
                        listed(row.expected), listed(row.got));
  }
  if (!report.kind.empty()) text += report.kind + ' ';
  return text + score_line(report.score) + '\n';
}

std::string to_text(const ReportList& reports, const TextStyle&) {
  std::string text;
  const std::string* block = nullptr;
  for (const auto& report : reports) {
    if (block != nullptr && *block != report.block) text += '\n';
    block = &report.block;
    text += report_text(report);
  }
  return text;
}

}  // namespace dateline
