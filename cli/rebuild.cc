#include "cli/rebuild.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "cli/exit_code.h"
#include "cli/failure_advice.h"
#include "cli/input_problem.h"
#include "cli/progress_bar.h"
#include "cli/terminal.h"
#include "language/display.h"
#include "presenter/amount.h"

namespace dateline {
namespace {

RebuildReport rebuild(const RebuildOptions& options, const std::stop_token& stop, bool quiet) {
  ProgressBar bar(quiet ? nullptr : stderr);
  const auto follow = [&bar](const IndexProgress& progress) { bar.update(progress); };
  return with_advice(
      options.index, [] { return "the old index stays in force"; },
      [&] { return rebuild_index(options, follow, stop); });
}

void complain_of_unread(const RebuildReport& report) {
  for (const auto& problem : report.problems) {
    complain_of_input(problem.path, problem.line, problem.message, problem.skipped);
  }
  for (const auto& article : report.kept) {
    complain(fmt::format("'{}' is taken from its stored text: {} is gone or has it no more",
                         article.id, article.path));
  }
  for (const auto& article : report.lost) {
    complain(
        fmt::format("'{}' cannot be built again: {} is gone or has it no more, and its stored "
                    "text cannot be used",
                    article.id, article.path));
  }
  if (report.lost_unknown > 0) {
    complain(fmt::format("{} cannot be built again: the index does not even tell their ids",
                         plural(report.lost_unknown, "article")));
  }
}

std::string summary(const RebuildReport& report, const std::filesystem::path& index) {
  auto line = fmt::format("rebuilt in {:.1f} s: {} from their sources", report.seconds,
                          plural(report.read, "article"));
  if (!report.kept.empty()) line += fmt::format(", {} from the index itself", report.kept.size());
  if (report.passed_over > 0) {
    line += fmt::format("; {} of the sources passed over, which the index had not",
                        plural(report.passed_over, "article"));
  }
  return fmt::format("{}; index {}: {}, {}\n", line, index.string(),
                     plural(report.articles_total, "article"),
                     plural(report.events_total, "event"));
}

}  // namespace

int run_rebuild(const RebuildOptions& options, const std::stop_token& stop, bool quiet) {
  const auto report = rebuild(options, stop, quiet);
  complain_of_unread(report);
  const auto lost = report.lost.size() + report.lost_unknown;
  if (report.interrupted) {
    complain("stopped: the index is as it was, and nothing is kept of the rebuild");
    return kInterrupted;
  }
  if (!report.switched) {
    complain(
        fmt::format("the old index stays in force, since {} would be lost: bring the sources "
                    "back, or accept that with --accept-loss",
                    plural(lost, "article")));
    return kSkippedInputs;
  }
  if (!quiet) print(printable(summary(report, options.index), true));
  return lost > 0 || std::any_of(report.problems.begin(), report.problems.end(),
                                 [](const Problem& problem) { return problem.skipped; })
             ? kSkippedInputs
             : kDone;
}

}  // namespace dateline
