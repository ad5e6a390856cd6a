// dateline remove: articles out of the index.
#include <fmt/format.h>
#include <CLI/Option.hpp>

#include <string>
#include <vector>

#include "cli/archive_location.h"
#include "cli/bounded_input.h"
#include "cli/cluster_writing.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/index_location.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "cli/wait_option.h"
#include "indexer/removal.h"
#include "presenter/amount.h"

namespace dateline {
namespace {

constexpr const char* kRemoveHelp =
    R"(Take articles out of the index, with their events, by their ids.

Examples:
  dateline remove 2001-q1-china-russia.txt
  dateline remove --ids-from gone.txt               one id a line
  dateline search --format jsonl author:Example | jq -r .id | dateline remove --ids-from -

Files are not touched: what is removed comes back when its file is indexed again.)";

std::string missing_text(const std::string& id) {
  const auto mark = id.rfind('#');
  if (mark == std::string::npos) return fmt::format("no article '{}' in the index", id);
  return fmt::format("'{}' is an event: events go with their article, '{}'", id,
                     id.substr(0, mark));
}

class RemoveCommand : public Command {
 public:
  explicit RemoveCommand(CLI::App& command) {
    command.add_option("ID", ids_, "Ids as 'dateline search' prints them");
    command.add_option("--ids-from", ids_from_, "A file of ids, one a line; -: standard input")
        ->type_name("FILE");
    archive_.declare(command);
    add_wait_option(command, wait_seconds_);
    command.add_flag("--quiet", quiet_, "Say nothing but what was not found");
  }

  int run() override {
    if (!ids_from_.empty()) {
      const auto listed = read_list(ids_from_, "--ids-from");
      ids_.insert(ids_.end(), listed.begin(), listed.end());
    }
    if (ids_.empty()) throw UsageError("nothing to remove: give ids, or --ids-from FILE");
    const Interrupt interrupt("stopping when the articles are out; once more to leave at once");
    const auto wait = lock_wait(wait_seconds_, interrupt.token());
    const auto site = archive_.cluster();
    if (!site) return code_of(remove(index_to_write(archive_.index()), wait, interrupt.token()));
    const auto copy = working_copy_of(*site, archive_.index());
    ClusterWriter cluster(*site, copy, {});
    cluster.prepare(wait, interrupt.token());
    const auto report = remove(copy, wait, interrupt.token());
    const auto published = cluster.publish_copy(wait, interrupt.token(), true);
    return published == kDone ? code_of(report) : published;
  }

 private:
  RemovalReport remove(const std::filesystem::path& index, const LockWait& wait,
                       const std::stop_token& stop) {
    auto report = remove_articles(index, ids_, wait, stop);
    for (const auto& id : report.unknown) complain(missing_text(id));
    return report;
  }

  // Tells what is out.
  [[nodiscard]] int code_of(const RemovalReport& report) const {
    if (report.removed.empty()) return kNothingFound;
    if (!quiet_) {
      print(fmt::format("{} removed, with {}; {} left\n", plural(report.removed.size(), "article"),
                        plural(report.events, "event"), plural(report.articles_total, "article")));
    }
    return report.unknown.empty() ? kDone : kSkippedInputs;
  }

  std::vector<std::string> ids_;
  std::string ids_from_;
  ArchiveOptions archive_;
  double wait_seconds_ = 0;
  bool quiet_ = false;
};

}  // namespace

CommandEntry remove_command() noexcept {
  return {"remove", kRemoveHelp, make_command<RemoveCommand>};
}

}  // namespace dateline
