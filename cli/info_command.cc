// dateline info: what the index holds.

#include <fmt/format.h>

#include <string>

#include "cli/archive_location.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/format_option.h"
#include "cli/terminal.h"
#include "corpus/input/sandbox_support.h"
#include "indexer/annotate/extractor.h"
#include "indexer/sources/source_recording.h"
#include "presenter/info_presenter.h"

namespace dateline {
namespace {

constexpr const char* kInfoHelp =
    R"(Tell what the index holds: counts, spans of days, versions, size.

Examples:
  dateline info
  dateline info --index /srv/ir --format json
  dateline info --cluster http://127.0.0.1:9200/wires)";

std::string sandbox_text() {
  const auto support = sandbox_support();
  const auto files = support.landlock > 0 ? fmt::format("Landlock {}", support.landlock)
                                          : "no Landlock: it can read what you can";
  return fmt::format("{}; {}", files,
                     support.seccomp ? "seccomp" : "no seccomp: it can reach the network");
}

class InfoCommand : public Command {
 public:
  explicit InfoCommand(CLI::App& command) {
    archive_.declare(command);
    command.add_flag("--verbose", verbose_,
                     "Also tell what this system has to confine the reader of PDFs with");
    format_.declare<InfoAnswer>(command);
  }

  int run() override {
    const auto archive = archive_.open();
    InfoAnswer answer{archive->info(current_extractor(archive->manifest()))};
    if (const auto folder = archive->directory()) answer.outdated = files_of_other_readers(*folder);
    if (verbose_) answer.pdf_sandbox = sandbox_text();
    print(present(answer, format_.get(), style_for(stdout)));
    return kDone;
  }

 private:
  ArchiveOptions archive_;
  bool verbose_ = false;
  FormatOption format_;
};

}  // namespace

CommandEntry info_command() noexcept { return {"info", kInfoHelp, make_command<InfoCommand>}; }

}  // namespace dateline
