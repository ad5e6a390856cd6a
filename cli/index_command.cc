// dateline index: files in, a new state of the index out.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/index_location.h"
#include "cli/interrupt.h"
#include "cli/progress_bar.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "index/manifest.h"
#include "indexer/indexer.h"
#include "language/analyzer.h"
#include "searcher/query_parser.h"

namespace dateline {
namespace {

constexpr const char* kHelp = R"(Read articles and put them into the index.

Examples:
  dateline index ~/articles                     all articles below a folder
  dateline index new/2001-q2.txt notes.md       some files
  dateline index --index /srv/ir archive.jsonl.gz
  dateline index --published 2001Q1 essay.txt   for articles that do not say when they appeared

  dateline index --names mine.tsv ~/articles    with your own names for countries
  dateline index --reannotate                   after the rules or your names changed

Run it again at any time: what is known and unchanged is left as it is.
Kinds read: .txt .md .jsonl, each also with .gz. Hidden files are passed over.
Own names, and rules switched off: docs/extraction.md; the index remembers them.)";

std::string plural(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", with_commas(count), noun, count == 1 ? "" : "s");
}

std::string summary(const IndexReport& report, const std::filesystem::path& index) {
  const auto done = report.added + report.replaced + report.moved + report.renewed;
  std::string line;
  if (done == 0 && report.stale == 0 && report.unchanged == 0 && report.files == 0) {
    line = "nothing to do: no facet is stale";
  } else if (done == 0) {
    line = report.unchanged == 0
               ? "nothing was indexed"
               : fmt::format("nothing to do: {} unchanged", plural(report.unchanged, "article"));
  } else {
    line = fmt::format("{} added, {} changed", plural(report.added, "article"),
                       with_commas(report.replaced));
    if (report.moved > 0) line += fmt::format(", {} moved", with_commas(report.moved));
    if (report.renewed > 0) line += fmt::format(", {} renewed", with_commas(report.renewed));
    line += fmt::format(", {} unchanged; {}; {:.1f} MB in {:.1f} s", with_commas(report.unchanged),
                        plural(report.events, "event"),
                        static_cast<double>(report.text_bytes) / 1e6, report.seconds);
  }
  return fmt::format("{}; index {}: {}, {}\n", line, index.string(),
                     plural(report.articles_total, "article"),
                     plural(report.events_total, "event"));
}

void tell_stale(const IndexReport& report) {
  if (report.stale == 0) return;
  complain(
      fmt::format("the facets of {} are stale: found by other rules or other names; renew them "
                  "with 'dateline index --reannotate'",
                  plural(report.stale, "article")));
}

void tell_problems(const IndexReport& report) {
  for (const auto& problem : report.problems) {
    const auto place =
        problem.line > 0 ? fmt::format("{}:{}", problem.path, problem.line) : problem.path;
    complain(fmt::format("{}{}: {}", problem.skipped ? "skipped " : "", place, problem.message));
  }
  if (report.other_files > 0) {
    complain(fmt::format("{} of other kinds passed over", plural(report.other_files, "file")));
  }
}

class IndexCommand : public Command {
 public:
  explicit IndexCommand(CLI::App& app) {
    auto* command = app.add_subcommand("index", kHelp);
    command->add_option("PATH", paths_, "Files and folders");
    add_index_option(*command, index_);
    language_option_ =
        command
            ->add_option("--language", options_.language,
                         "Language of a new index, which decides how words are stemmed")
            ->capture_default_str();
    published_option_ = command->add_option(
        "--published", published_,
        "When articles appeared that do not say: 2001, 2001Q1, 2001-02-19, A..B");
    names_option_ = command->add_option(
        "--names", names_,
        "A file of your own names, and of rules to switch off; /dev/null: none any more");
    command->add_flag("--reannotate", options_.reannotate,
                      "Renew stale facets from the stored texts; needs no PATH");
    command->add_option("--jobs", options_.threads, "Threads that analyze (0: one a core)")
        ->check(CLI::Range(0U, 256U))
        ->capture_default_str();
    command->add_flag("--quiet", quiet_, "Say nothing but what was skipped");
  }

  int run() override {
    options_.index = index_location(index_);
    check_task();
    if (names_option_->count() > 0) options_.names = read_name_overrides(names_);
    options_.paths.assign(paths_.begin(), paths_.end());
    if (published_option_->count() > 0) {
      options_.reading.published = parse_query_date(published_);
      if (!options_.reading.published) {
        throw UsageError(fmt::format(
            "--published: '{}' is no date: write 2001, 2001-02, 2001-02-19, 2001Q1 or A..B",
            published_));
      }
    }
    check_language();
    const Interrupt interrupt;
    const auto report = index_all(interrupt.token());
    if (!quiet_) print(summary(report, options_.index));
    tell_problems(report);
    tell_stale(report);
    if (report.interrupted) return kInterrupted;
    return report.skipped() > 0 ? kSkippedInputs : kDone;
  }

 private:
  void check_task() const {
    if (!paths_.empty()) return;
    if (!options_.reannotate) {
      throw UsageError("nothing to index: give files or folders, or --reannotate");
    }
    (void)read_manifest(options_.index);  // renewing must not make an index where there is none
  }

  // The language is chosen once, when an index is made.
  void check_language() const {
    if (language_option_->count() == 0) return;
    if (!Analyzer::has_stemmer(options_.language)) {
      throw UsageError(fmt::format("--language: no stemmer for '{}': one of {}", options_.language,
                                   fmt::join(Analyzer::stemmer_languages(), ", ")));
    }
    std::error_code ignored;
    if (!std::filesystem::exists(manifest_path(options_.index), ignored)) return;
    if (const auto own = read_manifest(options_.index).language; own != options_.language) {
      throw UsageError(
          fmt::format("--language: index {} has the language '{}'; make another with --index",
                      options_.index.string(), own));
    }
  }

  IndexReport index_all(const std::stop_token& stop) {
    if (quiet_) return index_files(options_, {}, stop);
    ProgressBar bar(stderr);
    return index_files(
        options_, [&bar](const IndexProgress& progress) { bar.update(progress); }, stop);
  }

  IndexOptions options_;
  std::vector<std::string> paths_;
  std::string index_;
  CLI::Option* language_option_ = nullptr;
  CLI::Option* published_option_ = nullptr;
  CLI::Option* names_option_ = nullptr;
  std::string names_;
  std::string published_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> add_index_command(CLI::App& app) {
  return std::make_unique<IndexCommand>(app);
}

}  // namespace dateline
