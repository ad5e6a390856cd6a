// dateline index: files in, a new state of the index out.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "cli/archive_location.h"
#include "cli/bounded_input.h"
#include "cli/cluster_writing.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/failure_advice.h"
#include "cli/format_option.h"
#include "cli/index_inputs.h"
#include "cli/index_location.h"
#include "cli/index_summary.h"
#include "cli/index_watch.h"
#include "cli/interrupt.h"
#include "cli/progress_bar.h"
#include "cli/published_option.h"
#include "cli/rebuild.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "cli/wait_option.h"
#include "cluster/http/cluster_error.h"
#include "index/index_file.h"
#include "index/manifest.h"
#include "indexer/indexer.h"
#include "indexer/sources/plain_id.h"
#include "language/words/analyzer.h"
#include "presenter/amount.h"

namespace dateline {
namespace {

constexpr const char* kIndexHelp = R"(Read articles and put them into the index.

Examples:
  dateline index ~/articles                     all articles below a folder
  dateline index new/2001-q2.txt notes.md       some files
  dateline index --index /srv/ir archive.jsonl.gz
  dateline index --published 2001Q1 essay.txt   for articles that do not say when they appeared
  dateline index --prune ~/articles             and take out what has vanished from there
  curl … | dateline index --from-json -         JSON Lines from another program
  dateline index --watch ~/articles             and go on with what arrives there
  dateline index --source wires ~/wires         daily files: one source, whose records may change
  find … -print0 | dateline index --files-from - -0

  dateline index --names mine.tsv ~/articles    with your own names for countries
  dateline index --reannotate                   after the rules or your names changed
  dateline index --rebuild                      after an upgrade, or when the index is damaged

Run it again at any time: files whose size and time have not changed are not even read.
Kinds read: .txt .md .markdown .html .htm .pdf .docx .odt .epub .xml (TEI) .eml .mbox .json .jsonl
.ndjson .tsv .csv .zip, each also with .gz. Hidden files and indexes are passed over. Files of the same content are one article.
Own names, and rules switched off: docs/extraction.md; the index remembers them.)";

class IndexCommand : public Command {
 public:
  explicit IndexCommand(CLI::App& command) {
    command.add_option("PATH", paths_,
                       "Files and folders; -: one article of text from standard input");
    archive_.declare(command);
    cluster_options_.declare(command);
    add_input_options(command);
    language_option_ =
        command
            .add_option("--language", options_.language,
                        "Language of a new index, which decides how words are stemmed")
            ->capture_default_str();
    published_option_ = command.add_option(
        "--published", published_,
        "When articles appeared that do not say: 2001, 2001Q1, 2001-02-19, A..B");
    names_option_ =
        command
            .add_option(
                "--names", names_,
                "A file of your own names, and of rules to switch off; /dev/null: none any more")
            ->type_name("FILE");
    command.add_flag("--reannotate", options_.reannotate,
                     "Renew stale facets from the stored texts; needs no PATH");
    rebuild_option_ = command.add_flag(
        "--rebuild", rebuild_,
        "Build the whole index again, from the sources that it has recorded; takes no PATH");
    command
        .add_flag("--accept-loss", accept_loss_,
                  "Rebuild even if articles are lost whose sources are gone")
        ->needs(rebuild_option_);
    command
        .add_option("--publish-every", publish_megabytes_,
                    "Megabytes of text after which a long batch publishes what it has")
        ->check(CLI::Range(0.001, 4096.0))
        ->capture_default_str();
    command
        .add_option("--max-pdf-time", max_pdf_seconds_,
                    "Seconds that the PDFs of a batch may take together; those left are told")
        ->check(CLI::Range(1U, 1'000'000U))
        ->capture_default_str();
    command.add_option("--jobs", options_.threads, "Threads that analyze (0: one a core)")
        ->check(CLI::Range(0U, 256U))
        ->capture_default_str();
    command.add_flag("--shared", shared_,
                     "Let others read a new index, as far as the umask does; without it, it is "
                     "private");
    add_wait_option(command, wait_seconds_);
    auto* quiet = command.add_flag("--quiet", quiet_, "Say nothing but what was skipped");
    command.add_flag("--verbose", verbose_, "Name each file of another kind that is passed over")
        ->excludes(quiet);
    format_.declare<IndexSummary>(command, "Of the summary: ");
  }

  int run() override {
    take_place();
    options_.reading.limits.max_pdf_time = std::chrono::seconds{max_pdf_seconds_};
    if (rebuild_) return rebuild();
    take_inputs();
    check_task();
    check_watch();
    check_feed();
    if (names_option_->count() > 0) options_.names = read_name_overrides(names_);
    if (published_option_->count() > 0) options_.reading.published = published_from(published_);
    check_language();
    const Interrupt interrupt("stopping after the current article; once more to leave at once");
    options_.wait = lock_wait(wait_seconds_, interrupt.token());
    options_.publish_bytes = publish_bytes();
    if (cluster_) cluster_->prepare(options_.wait, interrupt.token());
    if (watch_) return watch(interrupt.token());
    if (!take_stream(interrupt.token())) {
      complain("stopped: standard input was not at its end; nothing was indexed");
      return kInterrupted;
    }
    const bool is_new = !is_there(options_.index);
    const auto report = index_all(interrupt.token());
    const auto published = report.interrupted ? kDone : publish_copy(interrupt.token());
    print_report(report);
    if (published == kInterrupted) return kInterrupted;
    tell_where(is_new, report);
    if (report.interrupted) {
      complain(
          fmt::format("stopped: {} of this batch are in the index; the same command goes on "
                      "from there",
                      plural(last_.safe, "article")));
      return kInterrupted;
    }
    return report.skipped() > 0 ? kSkippedInputs : published;
  }

 private:
  // The index that is written; for a cluster's archive, its working copy.
  void take_place() {
    const auto site = archive_.cluster();
    cluster_options_.require_cluster(site.has_value());
    if (!site) {
      options_.index = index_to_write(archive_.index(), shared_);
      return;
    }
    options_.index = working_copy_of(*site, archive_.index());
    cluster_ = std::make_unique<ClusterWriter>(*site, options_.index, cluster_options_);
  }

  // Whatever the index is called in what is printed.
  [[nodiscard]] std::filesystem::path shown_place() const {
    return cluster_ ? cluster_->place() : options_.index;
  }

  // A cluster gets what the working copy has. @return the exit code.
  [[nodiscard]] int publish_copy(const std::stop_token& stop, bool anew = false) {
    if (!cluster_) return kDone;
    return cluster_->publish_copy(options_.wait, stop, quiet_ || format_.get() != Format::text,
                                  anew);
  }

  int watch(const std::stop_token& stop) {
    return watch_and_index(options_, stop, [&](const IndexReport& report) {
      print_report(report);
      try {
        if (!report.interrupted) (void)publish_copy(stop);
      } catch (const ClusterError& error) {  // what is missing there goes with the next batch
        complain(error.what());
      }
    });
  }

  static bool is_there(const std::filesystem::path& index) {
    std::error_code unknown;
    return std::filesystem::exists(index / "manifest.json", unknown);
  }

  // Where the articles have gone, when that may come as a surprise: a first batch, and one that
  // meets the articles of another collection in an index that was not named.
  void tell_where(bool is_new, const IndexReport& report) const {
    if (quiet_ || report.articles_total == 0) return;
    const bool is_named = !archive_.index().empty() || cluster_;
    if (is_named) return;
    if (is_new) {
      complain(fmt::format("note: this is a new index, {}; searching from here finds it",
                           options_.index.string()));
      return;
    }
    const auto before = report.articles_total - std::min(report.articles_total, report.added);
    const bool is_first_of_these =
        report.added > 0 && report.unchanged == 0 && report.replaced == 0 && report.moved == 0;
    if (!is_first_of_these || before == 0 || is_within(options_.paths)) return;
    complain(
        fmt::format("note: these articles join {} in {}, which is outside of what was read; "
                    "--index DIR would keep them apart",
                    plural(before, "other"), options_.index.string()));
  }

  // Whether the index lies in one of the folders that were read, or beside a file that was.
  bool is_within(const std::vector<std::filesystem::path>& paths) const {
    return std::any_of(paths.begin(), paths.end(), [&](const std::filesystem::path& path) {
      std::error_code unknown;
      const auto folder = std::filesystem::is_directory(path, unknown)
                              ? std::filesystem::absolute(path)
                              : std::filesystem::absolute(path).parent_path();
      const auto inner = std::filesystem::weakly_canonical(options_.index, unknown).string();
      const auto outer = std::filesystem::weakly_canonical(folder, unknown).string();
      return inner.starts_with(outer + "/") || inner == outer;
    });
  }

  void print_report(const IndexReport& report) const {
    // --quiet holds back what is for reading.
    if (!quiet_ || format_.get() != Format::text) {
      const auto place = shown_place();
      print(present(IndexSummary{report, place}, format_.get(), style_for(stdout)));
    }
    complain_of(report, quiet_ ? Telling::quiet : verbose_ ? Telling::verbose : Telling::usual);
  }

  void add_input_options(CLI::App& command) {
    const CLI::IsMember only_stream({"-"});
    auto* json =
        command.add_option("--from-json", stream_json_, "JSON Lines from standard input: give -");
    json->check(only_stream)->option_text("-");
    command
        .add_option("--from-tsv", stream_tsv_, "Tab-separated values from standard input: give -")
        ->check(only_stream)
        ->option_text("-")
        ->excludes(json);
    auto* list = command
                     .add_option("--files-from", path_list_,
                                 "A file of paths, one a line; -: standard input")
                     ->type_name("FILE");
    command.add_flag("-0,--null", null_, "Paths in --files-from end with NUL")->needs(list);
    command.add_flag("--reread", options_.reread, "Read files that have not changed, too");
    feed_option_ = command.add_option(
        "--source", options_.feed,
        "Name of the one source that all of this comes from: a feed, a folder of daily files. A "
        "record that it changes replaces the one before, in whichever file");
    command.add_flag("--follow", options_.follow,
                     "Follow links that lead out of the folders given");
    command.add_flag("--take-over", options_.take_over,
                     "Let articles take ids that belong to another file or source");
    command.add_flag("--prune", options_.prune,
                     "Take out articles whose files below PATH are gone; folders that are absent "
                     "or empty lose nothing");
    command.add_flag("--prune-all", options_.prune_all, "Those lose all, too");
    command.add_flag("--watch", watch_,
                     "Go on indexing what is written below the directories, until Ctrl-C");
  }

  void check_watch() const {
    if (!watch_) return;
    if (options_.paths.empty() || !stream_kind_.empty() || options_.reannotate)
      throw UsageError("--watch takes directories, and nothing else to do");
  }

  void check_feed() const {
    if (feed_option_->count() == 0 || is_plain_id(options_.feed)) return;
    throw UsageError(fmt::format(
        "--source: a name has 1 to {} bytes, and neither '#' nor control characters", kMaxIdBytes));
  }

  // Paths, lists of paths, and standard input, which can be read for one purpose only.
  void take_inputs() {
    std::vector<std::string_view> readers;
    if (!stream_json_.empty()) readers.push_back(".jsonl");
    if (!stream_tsv_.empty()) readers.push_back(".tsv");
    for (const auto& path : paths_) {
      if (path == "-") {
        readers.push_back(".txt");
      } else {
        options_.paths.emplace_back(path);
      }
    }
    if (readers.size() + (path_list_ == "-" ? 1U : 0U) > 1)
      throw UsageError("standard input can be read only once");
    if (!path_list_.empty()) {
      const auto listed = read_list(path_list_, "--files-from", null_ ? '\0' : '\n');
      options_.paths.insert(options_.paths.end(), listed.begin(), listed.end());
    }
    if (!readers.empty()) stream_kind_ = readers.front();
  }

  // Whether standard input, if it is among the inputs, could be read to its end.
  bool take_stream(const std::stop_token& stop) {
    if (stream_kind_.empty()) return true;
    stream_ = std::make_unique<SpooledInput>(stream_kind_, options_.reading.max_file_bytes, stop);
    options_.stream = stream_->path();
    return stream_->is_whole();
  }

  [[nodiscard]] bool has_inputs() const {
    return !options_.paths.empty() || !stream_kind_.empty() || !path_list_.empty();
  }

  void check_task() const {
    if (has_inputs()) return;
    if (!options_.reannotate) {
      throw UsageError("nothing to index: give files or folders, --reannotate or --rebuild");
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
    if (!is_there(manifest_path(options_.index))) return;
    if (const auto own = read_manifest(options_.index).language; own != options_.language) {
      throw UsageError(
          fmt::format("--language: index {} has the language '{}'; make another with --index",
                      options_.index.string(), own));
    }
  }

  int rebuild() {
    if (!paths_.empty() || !path_list_.empty() || !stream_json_.empty() || !stream_tsv_.empty() ||
        options_.reannotate || options_.take_over || feed_option_->count() > 0 ||
        language_option_->count() > 0 || published_option_->count() > 0) {
      throw UsageError(
          "--rebuild reads what the index has recorded: it takes no PATH, --reannotate, "
          "--language, --published, --source or --take-over");
    }
    RebuildOptions options;
    options.index = options_.index;
    if (names_option_->count() > 0) options.names = read_name_overrides(names_);
    options.threads = options_.threads;
    options.reading.limits = options_.reading.limits;
    options.accept_loss = accept_loss_;
    options.publish_bytes = publish_bytes();
    const Interrupt interrupt("stopping; once more to leave at once");
    options.wait = lock_wait(wait_seconds_, interrupt.token());
    options_.wait = options.wait;
    if (cluster_) cluster_->prepare(options_.wait, interrupt.token());
    const auto code = run_rebuild(options, interrupt.token(), quiet_ || cluster_);
    if (!cluster_ || (code != kDone && code != kSkippedInputs)) return code;
    const auto published = publish_copy(interrupt.token(), true);
    return published == kDone ? code : published;
  }

  IndexReport index_all(const std::stop_token& stop) {
    ProgressBar bar(quiet_ ? nullptr : stderr);
    const auto follow = [&](const IndexProgress& progress) {
      last_ = progress;
      bar.update(progress);
    };
    return with_advice(
        options_.index, [this] { return what_is_safe(); },
        [&] { return index_files(options_, follow, stop); });
  }

  [[nodiscard]] std::uint64_t publish_bytes() const {
    constexpr double kMegabyte = 1 << 20;
    return static_cast<std::uint64_t>(publish_megabytes_ * kMegabyte);
  }

  // What to say when the batch fails in the middle.
  [[nodiscard]] std::string what_is_safe() const {
    if (last_.safe == 0) return "the index is as it was before";
    return fmt::format(
        "{} of this batch are safe in the index: the same command goes on from there",
        plural(last_.safe, "article"));
  }

  IndexOptions options_;
  IndexProgress last_;
  std::vector<std::string> paths_;
  std::string stream_json_;
  std::string stream_tsv_;
  std::string path_list_;
  bool null_ = false;
  bool watch_ = false;
  bool shared_ = false;
  FormatOption format_;
  std::string_view stream_kind_;  // of standard input, where it is read: ".txt"
  std::unique_ptr<SpooledInput> stream_;
  ArchiveOptions archive_;
  ClusterWriting cluster_options_;
  std::unique_ptr<ClusterWriter> cluster_;  // null: the index is on this machine
  CLI::Option* language_option_ = nullptr;
  CLI::Option* published_option_ = nullptr;
  CLI::Option* names_option_ = nullptr;
  std::string names_;
  std::string published_;
  double wait_seconds_ = 0;
  double publish_megabytes_ = 64;
  unsigned max_pdf_seconds_ = 3600;
  CLI::Option* rebuild_option_ = nullptr;
  CLI::Option* feed_option_ = nullptr;
  bool rebuild_ = false;
  bool accept_loss_ = false;
  bool quiet_ = false;
  bool verbose_ = false;
};

}  // namespace

CommandEntry index_command() noexcept { return {"index", kIndexHelp, make_command<IndexCommand>}; }

}  // namespace dateline
