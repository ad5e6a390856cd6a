// dateline watch: saved queries, and what a batch brought for them.
#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/format_option.h"
#include "cli/index_location.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "index/manifest.h"
#include "index/saved_queries.h"
#include "language/display.h"
#include "language/utf8.h"
#include "presenter/watch_presenter.h"
#include "searcher/answers/watch.h"
#include "searcher/query/request_form.h"

namespace dateline {
namespace {

constexpr const char* kWatchHelp = R"(Keep queries, and tell what is new of their matches.

Examples:
  dateline watch add turkey --events country:TR summit
  dateline index --quiet ~/articles; dateline watch run
  dateline watch list
  dateline watch remove turkey)";

constexpr const char* kAddHelp =
    R"(Save a query under a name. What is in the index already is not new to it.

Examples:
  dateline watch add missiles '"missile defense" -nuclear'
  dateline watch add turkey --events --country TR --from 2001
  dateline watch add missiles --replace missile defense)";

constexpr const char* kRunHelp =
    R"(Tell what each saved query matches that came since it was last run: articles added or changed,
and of a changed article the events that are new. What was told counts as known the next time.

Examples:
  dateline watch run
  dateline watch run turkey --format json | jq '.queries[].hits[].id'
  dateline watch run --peek                     without remembering

Exit codes: 0 something is new, 1 nothing is, 5 a saved query cannot be read any more.)";

class WatchAdd : public Command {
 public:
  explicit WatchAdd(CLI::App& command) : query_(command) {
    command.add_option("NAME", name_, "What to call the query")->required();
    command.add_flag("--events", events_, "Find events, not articles");
    command.add_flag("--all", all_, "What is in the index already is new to it, too");
    command.add_flag("--replace", replace_, "In the place of the saved query of this name");
  }

  int run() override {
    check_name();
    auto form = query_.form();
    if (events_) form.set("events");
    const auto request = query_.request(form);
    if (request.expand) complain("note: --expand ranks, and new matches come by date: left out");
    auto saved = to_saved_query(name_, request);
    if (find_invalid_utf8(saved.query)) throw UsageError("the query is no UTF-8 text");
    save(index_to_write(query_.index()), std::move(saved));
    return kDone;
  }

 private:
  void check_name() const {
    if (is_query_name(name_)) return;
    throw UsageError(
        fmt::format("'{}' cannot be a saved query's name: at most 100 bytes, without blanks, not "
                    "beginning with '-'",
                    name_));
  }

  void save(const std::filesystem::path& index, SavedQuery&& query) const {
    (void)read_manifest(index);  // there must be an index
    SavedQueries queries(index);
    const auto* there = queries.find(name_);
    if (there != nullptr && !replace_) {
      throw UsageError(
          fmt::format("there is a saved query '{}' already ({}): add --replace, or take another "
                      "name",
                      name_, description(*there)));
    }
    // Read while the queries are held, so that a batch cannot publish in between.
    if (!all_) query.shown = read_manifest(index).generation;
    const auto words = description(query);
    queries.put(std::move(query));
    queries.write();
    print(printable(fmt::format("saved '{}', {}\n", name_, words), true));
  }

  QueryOptions query_;
  std::string name_;
  bool events_ = false;
  bool all_ = false;
  bool replace_ = false;
};

class WatchList : public Command {
 public:
  explicit WatchList(CLI::App& command) {
    add_index_option(command, index_);
    format_.declare<SavedQueryList>(command);
  }

  int run() override {
    const auto index = index_location(index_);
    (void)read_manifest(index);
    const auto queries = read_saved_queries(index);
    print(present(queries, format_.get(), style_for(stdout)));
    return queries.empty() ? kNothingFound : kDone;
  }

 private:
  std::string index_;
  FormatOption format_;
};

class WatchRemove : public Command {
 public:
  explicit WatchRemove(CLI::App& command) {
    command.add_option("NAME", names_, "Names as 'dateline watch list' prints them")->required();
    add_index_option(command, index_);
  }

  int run() override {
    const auto index = index_to_write(index_);
    (void)read_manifest(index);
    SavedQueries queries(index);
    std::size_t removed = 0;
    for (const auto& name : names_) {
      if (queries.remove(name)) {
        ++removed;
      } else {
        complain(fmt::format("no saved query '{}'", name));
      }
    }
    if (removed == 0) return kNothingFound;
    queries.write();
    return removed == names_.size() ? kDone : kSkippedInputs;
  }

 private:
  std::vector<std::string> names_;
  std::string index_;
};

class WatchRun : public Command {
 public:
  explicit WatchRun(CLI::App& command) {
    command.add_option("NAME", names_, "These queries alone");
    add_index_option(command, index_);
    format_.declare<WatchReport>(command);
    command.add_flag("--all", all_, "Everything that they match, new or not");
    command.add_flag("--peek", peek_, "Do not remember what was told");
    command.add_option("--limit", limit_, "Matches to show of each query")
        ->check(CLI::Range(std::uint32_t{0}, kMaxHits))
        ->capture_default_str();
  }

  int run() override {
    const auto index = index_to_write(index_);
    (void)read_manifest(index);
    const auto queries = chosen(read_saved_queries(index));
    if (queries.empty()) complain("no saved queries: add one with 'dateline watch add NAME QUERY'");
    const auto report = run_watch(index, queries, all_, limit_);
    for (const auto& result : report.results) complain_of_problem(result);
    print(present(report, format_.get(), style_for(stdout)));
    if (!queries.empty() && report.total() == 0)
      complain(queries.size() == 1
                   ? "nothing new for the saved query"
                   : fmt::format("nothing new for {} saved queries", queries.size()));
    if (!peek_ && !queries.empty()) remember(index, report);
    return code_of(report);
  }

 private:
  [[nodiscard]] std::vector<SavedQuery> chosen(std::vector<SavedQuery> all) const {
    if (names_.empty()) return all;
    for (const auto& name : names_) {
      const bool is_there = std::any_of(
          all.begin(), all.end(), [&](const SavedQuery& query) { return query.name == name; });
      if (!is_there)
        throw UsageError(fmt::format("no saved query '{}' (see 'dateline watch list')", name));
    }
    std::erase_if(all, [&](const SavedQuery& query) {
      return std::find(names_.begin(), names_.end(), query.name) == names_.end();
    });
    return all;
  }

  static void complain_of_problem(const WatchResult& result) {
    if (result.problem.empty()) return;
    complain(
        fmt::format("the saved query '{}' cannot be read any more: {}; give it anew with "
                    "'dateline watch add --replace'",
                    result.query.name, result.problem));
  }

  // After the output: what could not be written is new the next time, too.
  static void remember(const std::filesystem::path& index, const WatchReport& report) {
    SavedQueries queries(index);
    const auto before = queries.all();
    const auto current = read_manifest(index).generation;
    for (const auto& result : report.results) {
      if (result.problem.empty()) queries.note_shown(result.query, report.generation, current);
    }
    if (queries.all() != before) queries.write();
  }

  static int code_of(const WatchReport& report) {
    const bool has_problem =
        std::any_of(report.results.begin(), report.results.end(),
                    [](const WatchResult& result) { return !result.problem.empty(); });
    if (has_problem) return kSkippedInputs;
    return report.total() > 0 ? kDone : kNothingFound;
  }

  std::vector<std::string> names_;
  std::string index_;
  FormatOption format_;
  bool all_ = false;
  bool peek_ = false;
  std::uint32_t limit_ = 100;
};

class WatchCommand : public Command {
 public:
  explicit WatchCommand(CLI::App& command) {
    add_commands(
        command,
        std::array<CommandEntry, 4>{
            {{"add", kAddHelp, make_command<WatchAdd>},
             {"list", "Print the saved queries, each as a query.", make_command<WatchList>},
             {"remove", "Forget saved queries.", make_command<WatchRemove>},
             {"run", kRunHelp, make_command<WatchRun>}}},
        named_);
  }

  int run() override { return named_->run(); }

 private:
  std::unique_ptr<Command> named_;
};

}  // namespace

CommandEntry watch_command() noexcept { return {"watch", kWatchHelp, make_command<WatchCommand>}; }

}  // namespace dateline
