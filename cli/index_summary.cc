#include "cli/index_summary.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <utility>
#include <vector>

#include <array>

#include "cli/input_problem.h"
#include "cli/terminal.h"
#include "language/display.h"
#include "presenter/amount.h"
#include "presenter/json_values.h"

namespace dateline {
namespace {

std::string part(std::uint64_t count, std::string_view what) {
  return count == 0 ? std::string{} : fmt::format(", {} {}", with_commas(count), what);
}

std::string duplicates_part(const IndexReport& report) {
  return report.duplicates == 0 ? std::string{} : ", " + plural(report.duplicates, "duplicate");
}

std::string idle_text(const IndexReport& report) {
  if (report.unchanged > 0)
    return fmt::format("nothing to do: {} unchanged", plural(report.unchanged, "article"));
  const bool nothing_met = report.files == 0 && report.duplicates == 0 && report.skipped() == 0;
  if (nothing_met && report.stale == 0) return "nothing to do: no article came, no facet is stale";
  return "nothing was indexed";
}

// "3 .jpg, 1 .log, 2 without a kind", the most frequent first.
std::string kinds_of(const OtherFiles& others) {
  constexpr std::size_t kShownKinds = 12;
  std::vector<std::pair<std::string, std::size_t>> kinds(others.kinds.begin(), others.kinds.end());
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> shown;
  std::size_t told = 0;
  for (const auto& [kind, count] : kinds) {
    if (shown.size() == kShownKinds) break;
    shown.push_back(fmt::format("{} {}", count, kind.empty() ? "without a kind" : kind));
    told += count;
  }
  if (told < others.count) shown.push_back(fmt::format("{} of others", others.count - told));
  return fmt::format("{}", fmt::join(shown, ", "));
}

void complain_of_others(const OtherFiles& others, bool verbose) {
  if (others.count == 0) return;
  complain(fmt::format("{} of other kinds passed over: {}", plural(others.count, "file"),
                       kinds_of(others)));
  if (!verbose) return;
  for (const auto& path : others.paths) complain(fmt::format("passed over: {}", path));
}

void complain_of_vanished(const IndexReport& report) {
  if (report.vanished == 0) return;
  const auto more = report.vanished > report.vanished_ids.size() ? ", …" : "";
  const auto kept = report.vanished - report.pruned;
  complain(fmt::format("{} no longer where {} came from ({}{}){}",
                       plural(report.vanished, "article"), report.vanished == 1 ? "it" : "they",
                       fmt::join(report.vanished_ids, ", "), more,
                       kept == 0            ? ", and taken out"
                       : report.pruned == 0 ? "; --prune takes such articles out"
                                            : fmt::format("; {} taken out", report.pruned)));
}

}  // namespace

std::string to_text(const IndexSummary& summary, const TextStyle&) {
  const auto& [report, index] = summary;
  const auto done = report.added + report.replaced + report.moved + report.renewed + report.pruned;
  std::string line;
  if (done == 0) {
    line = idle_text(report) + duplicates_part(report) + part(report.superseded, "superseded");
  } else {
    line = fmt::format("{} added, {} changed", plural(report.added, "article"),
                       with_commas(report.replaced));
    line += part(report.moved, "moved") + part(report.renewed, "renewed") +
            part(report.pruned, "pruned") + duplicates_part(report) +
            part(report.superseded, "superseded");
    line += fmt::format(", {} unchanged; {}; {:.1f} MB in {:.1f} s", with_commas(report.unchanged),
                        plural(report.events, "event"),
                        static_cast<double>(report.text_bytes) / 1e6, report.seconds);
  }
  return fmt::format("{}; index {}: {}, {}\n", line, index.string(),
                     plural(report.articles_total, "article"),
                     plural(report.events_total, "event"));
}

std::string to_json(const IndexSummary& summary) {
  const auto& [report, index] = summary;
  Json skipped = Json::array();
  Json altered = Json::array();
  for (const auto& problem : report.problems) {
    auto& list = problem.skipped ? skipped : altered;
    list.push_back({{"path", problem.path},
                    {"line", problem.line > 0 ? Json(problem.line) : Json{}},
                    {"reason", problem.message}});
  }
  return dump(Json{{"schema", kOutputSchema},
                   {"index", index.string()},
                   {"added", report.added},
                   {"changed", report.replaced},
                   {"moved", report.moved},
                   {"renewed", report.renewed},
                   {"unchanged", report.unchanged},
                   {"duplicates", report.duplicates},
                   {"superseded", report.superseded},
                   {"vanished", report.vanished},
                   {"vanished_ids", report.vanished_ids},
                   {"pruned", report.pruned},
                   {"skipped", std::move(skipped)},
                   {"altered", std::move(altered)},
                   {"files", report.files},
                   {"other_files", report.others.count},
                   {"other_kinds", report.others.kinds},
                   {"stale", report.stale},
                   {"events", report.events},
                   {"bytes", report.text_bytes},
                   {"seconds", report.seconds},
                   {"interrupted", report.interrupted},
                   {"articles_total", report.articles_total},
                   {"events_total", report.events_total}});
}

template <>
std::span<const Writer<IndexSummary>> writers_of() noexcept {
  static constexpr std::array<Writer<IndexSummary>, 2> kRow{
      {{Format::text, to_text}, {Format::json, to_json}}};
  return kRow;
}

void complain_of(const IndexReport& report, Telling telling) {
  for (const auto& problem : report.problems) {
    complain_of_input(problem.path, problem.line, problem.message, problem.skipped);
  }
  if (telling == Telling::quiet) return;
  complain_of_others(report.others, telling == Telling::verbose);
  complain_of_vanished(report);
  if (report.stale == 0) return;
  complain(
      fmt::format("the facets of {} are stale: found by other rules or other names; renew them "
                  "with 'dateline index --reannotate'",
                  plural(report.stale, "article")));
}

}  // namespace dateline
