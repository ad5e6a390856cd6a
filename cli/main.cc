// The program: finds the subcommand, runs it, turns errors into messages and exit codes.
#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/fatal_signals.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "corpus/article_reader.h"
#include "index/error.h"
#include "index/xapian_failure.h"
#include "language/countries/name_overrides.h"

namespace dateline {
namespace {

constexpr const char* kHelp = R"(Full-text search for analysis of international affairs.

Examples:
  dateline index ~/articles                  read articles into the index
  dateline search missile defense            ranked articles, with facets
  dateline search --events --country RU,CN --from 2001-02 --to 2001-03
  dateline timeline pair:JP-RU               what happened, in the order of its days
  dateline show 2001-q1-china-russia.txt     an article, its mentions marked
  dateline watch add ru country:RU summit    keep a query; 'dateline watch run' tells what is new
  dateline similar 2001-q1-china-russia.txt  articles like it; of an event's id, events
  dateline explain treaty 2001-q1-china-russia.txt   why it ranks where it does
  dateline annotate essay.txt                what is found in a text, and why

Exit codes: 0 done or found, 1 nothing found, 2 usage or query, 3 index missing or damaged,
4 index locked, 5 some inputs skipped, 6 input/output, 130 interrupted.)";

int code_of(IndexFault fault) noexcept {
  switch (fault) {
    case IndexFault::missing:
      return kNoIndex;
    case IndexFault::locked:
      return kLocked;
    case IndexFault::io:
      return kIoError;
  }
  return kIoError;
}

bool takes_query(const std::vector<std::string>& arguments) {
  constexpr std::array<std::string_view, 7> kCommands{"search",  "facets",  "timeline", "pairs",
                                                      "persons", "explain", "similar"};
  if (arguments.empty()) return false;
  if (arguments[0] == "watch") return arguments.size() > 1 && arguments[1] == "add";
  return std::find(kCommands.begin(), kCommands.end(), arguments[0]) != kCommands.end();
}

int parse_and_run(int argc, char** argv) {
  CLI::App app{kHelp, "dateline"};
  app.set_version_flag("--version", DATELINE_VERSION);
  std::unique_ptr<Command> command;
  add_commands(app,
               std::array{index_command(), search_command(), facets_command(), timeline_command(),
                          pairs_command(), persons_command(), show_command(), explain_command(),
                          similar_command(), annotate_command(), evaluate_command(),
                          watch_command(), info_command(), remove_command(), compact_command(),
                          check_command(), serve_command()},
               command);
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (takes_query(arguments)) arguments = mark_literal_words(arguments);
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::Success& asked) {  // --help, --version
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    const auto parsed = app.get_subcommands();
    complain(fmt::format("{} (see 'dateline {}--help')", error.what(),
                         parsed.empty() ? "" : parsed.front()->get_name() + " "));
    return kUsage;
  }
  return command->run();
}

int guarded(int argc, char** argv) {
  try {
    return parse_and_run(argc, argv);
  } catch (const UsageError& error) {
    complain(error.what(), true);  // a caret stands under the piece that is meant
    return kUsage;
  } catch (const NameOverridesError& error) {
    std::istringstream lines{error.what()};
    for (std::string line; std::getline(lines, line);) complain(line);
    return kUsage;
  } catch (const IndexError& error) {
    complain(error.what());
    return code_of(error.fault());
  } catch (const CorpusError& error) {
    complain(fmt::format("{}: {}", error.path(), error.what()));
    return kIoError;
  } catch (const Xapian::Error& error) {  // not a std::exception in Xapian 1.4
    const auto told = index_error("the index", error);
    complain(told.what());
    return code_of(told.fault());
  } catch (const std::exception& error) {
    complain(error.what());
    return kIoError;
  }
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  dateline::take_fatal_signals();
  // Xapian merges its buffered postings into the tables after so many documents; a segment is
  // better written at once.
  setenv("XAPIAN_FLUSH_THRESHOLD", "1000000",
         0);  // NOLINT(concurrency-mt-unsafe): before any thread
  return dateline::guarded(argc, argv);
}
