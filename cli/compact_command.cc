// dateline compact: one segment, without what was removed.
#include <fmt/format.h>
#include <CLI/Option.hpp>

#include <string>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/index_location.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "cli/wait_option.h"
#include "indexer/removal.h"
#include "presenter/amount.h"

namespace dateline {
namespace {

constexpr const char* kCompactHelp =
    R"(Write the index into one segment, without what was removed or replaced.

'dateline index' merges by itself, so that this is never needed; it makes the index as small and
as quick as it can be, for instance before it is copied. Searches go on meanwhile. Needs room on
the disk for the new segment beside the old ones.

Example:
  dateline compact --index /srv/ir)";

class CompactCommand : public Command {
 public:
  explicit CompactCommand(CLI::App& command) {
    add_index_option(command, index_);
    add_wait_option(command, wait_seconds_);
    command.add_flag("--quiet", quiet_, "Say nothing");
  }

  int run() override {
    const Interrupt interrupt("leaving the index as it was; once more to leave at once");
    const auto report = compact_index(
        index_to_write(index_), lock_wait(wait_seconds_, interrupt.token()), interrupt.token());
    if (!report.done && interrupt.token().stop_requested()) return kInterrupted;
    if (!quiet_) print(text_of(report));
    return kDone;
  }

 private:
  static std::string text_of(const CompactionReport& report) {
    if (!report.done) {
      return fmt::format("nothing to do: {}, {}, nothing removed\n",
                         plural(report.segments_before, "segment"),
                         bytes_text(report.bytes_before));
    }
    auto text = fmt::format("{}, {} before; {} now", plural(report.segments_before, "segment"),
                            bytes_text(report.bytes_before), bytes_text(report.bytes_after));
    if (report.removed > 0)
      text += fmt::format("; {} dropped", plural(report.removed, "removed article"));
    if (report.bytes_held > 0) {
      text += fmt::format("; {} more until the searches that read it end and the next batch runs",
                          bytes_text(report.bytes_held));
    }
    return text + "\n";
  }

  std::string index_;
  double wait_seconds_ = 0;
  bool quiet_ = false;
};

}  // namespace

CommandEntry compact_command() noexcept {
  return {"compact", kCompactHelp, make_command<CompactCommand>};
}

}  // namespace dateline
