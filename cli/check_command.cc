// dateline check: whether the index is still as it was written.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/format_option.h"
#include "cli/index_location.h"
#include "cli/terminal.h"
#include "index/index_check.h"
#include "index/saved_queries.h"
#include "presenter/check_presenter.h"
#include "searcher/answers/watch.h"
#include "searcher/query/query.h"

namespace dateline {
namespace {

constexpr const char* kCheckHelp =
    R"(Check the index against the hashes that were kept when it was written.

Every byte is compared; what has changed is told with the articles that it concerns. Saved
queries are read, too.
--deep also reads each article as a search would. Nothing is altered, and writers and
searches may go on meanwhile. Exit codes: 0 all is well, 3 damaged.

Examples:
  dateline check
  dateline check --deep --format json)";

// Whether this program can still read what was saved; their file was checked before.
void check_queries(const std::filesystem::path& index, CheckReport& report) {
  if (std::any_of(report.damages.begin(), report.damages.end(), is_of_saved_queries)) return;
  for (const auto& query : read_saved_queries(index)) {
    try {
      (void)to_request(query);
    } catch (const QueryError& error) {
      report.damages.push_back(
          {"",
           std::string{kQueriesFile},
           fmt::format("holds the query '{}', which cannot be read any more: {}; give it anew with "
                       "'dateline watch add --replace'",
                       query.name, error.what()),
           {},
           0});
    }
  }
}

class CheckCommand : public Command {
 public:
  explicit CheckCommand(CLI::App& command) {
    add_index_option(command, index_);
    command.add_flag("--deep", deep_, "Read each article, too");
    format_.declare<CheckReport>(command);
  }

  int run() override {
    const auto index = index_location(index_);
    auto report = check_index(index, deep_ ? CheckDepth::articles : CheckDepth::bytes);
    check_queries(index, report);
    print(present(report, format_.get(), style_for(stdout)));
    if (format_.get() == Format::text) {
      for (const auto& line : complaints(report, index)) complain(line);
    }
    return report.damages.empty() ? kDone : kNoIndex;
  }

 private:
  std::string index_;
  FormatOption format_;
  bool deep_ = false;
};

}  // namespace

CommandEntry check_command() noexcept { return {"check", kCheckHelp, make_command<CheckCommand>}; }

}  // namespace dateline
