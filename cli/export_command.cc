// dateline export: articles and events for other programs.
#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/notes.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "cluster/answers/cluster_export.h"
#include "cluster/export/export.h"
#include "cluster/export/json_lines.h"
#include "presenter/amount.h"
#include "searcher/matched_documents.h"

namespace dateline {
namespace {

constexpr const char* kExportHelp =
    R"(Write the articles and events that match a query, or all of them, for other programs.

  opensearch   a folder: mappings, bodies of _bulk requests, load.sh, which loads them with curl
  xapian       a folder: two Xapian databases, articles and events, for quest, Omega and bindings
  jsonl        a file, or - for the standard output: a JSON object a line

The last word is where it goes. An export takes the place of an older one, and of nothing else.
Fields, prefixes and slots are described in docs/export.md.

Examples:
  dateline export --format opensearch os              all of it
  dateline export --format xapian country:RU x        what is of Russia
  dateline export --format jsonl - | jq .id)";

class ExportCommand : public Command {
 public:
  explicit ExportCommand(CLI::App& command) : query_(command, QueryOptions::IdPlace::last) {
    command.add_option("--format", format_, "In which form: opensearch, xapian, jsonl")
        ->check(CLI::IsMember(choices(kExportFormatNames)))
        ->required();
  }

  int run() override {
    const auto path = target();
    const auto format = this->format();
    const bool to_stdout = path == "-";
    if (to_stdout && !is_one_file(format))
      throw UsageError(fmt::format("--format {} is a folder: give its name", format_));
    if (!to_stdout) check_target(format, path);
    const Interrupt interrupt("stopping; what was there stays");
    const auto archive = query_.open_archive();
    const auto& searcher = archive->searcher();
    const auto articles = searcher.match(request(DocumentKind::article));
    const auto events = searcher.match(request(DocumentKind::event));
    tell(articles.notices());
    if (articles.total() + events.total() == 0) return kNothingFound;
    const auto source = searcher.is_local()
                            ? index_export_source(searcher.snapshot(), matched_sets(articles),
                                                  matched_sets(events), interrupt.token())
                            : cluster_export_source(articles, events, interrupt.token());
    const auto report =
        to_stdout ? write_json_lines(*source, print) : export_to(format, *source, path);
    if (report.is_stopped) return kInterrupted;
    if (!to_stdout) {
      print(fmt::format("{}, {}: {}\n", plural(report.articles, "article"),
                        plural(report.events, "event"), path));
    }
    return kDone;
  }

 private:
  [[nodiscard]] std::string target() const {
    try {
      return query_.id();
    } catch (const UsageError&) {
      if (!query_.has_words())
        throw UsageError("where to? give a folder or a file (see 'dateline export --help')");
      throw;
    }
  }

  [[nodiscard]] ExportFormat format() const {
    const auto found = std::find(kExportFormatNames.begin(), kExportFormatNames.end(), format_);
    return static_cast<ExportFormat>(found - kExportFormatNames.begin());
  }

  static void check_target(ExportFormat format, const std::string& path) {
    const auto parent = std::filesystem::absolute(path + "/..").lexically_normal();
    std::error_code error;
    if (!std::filesystem::is_directory(parent, error)) {
      throw UsageError(
          fmt::format("{}: there is no folder {} to write it into", path, parent.string()));
    }
    if (can_replace(format, path)) return;
    throw UsageError(fmt::format(
        "{}: is there, and no export of Dateline in this form: give another name, or remove it",
        path));
  }

  [[nodiscard]] SearchRequest request(DocumentKind kind) const {
    auto form = query_.form();
    form.allow_everything();
    form.fix_kind(kind);
    return query_.request(form);
  }

  QueryOptions query_;
  std::string format_;
};

}  // namespace

CommandEntry export_command() noexcept {
  return {"export", kExportHelp, make_command<ExportCommand>};
}

}  // namespace dateline
