// The program: finds the subcommand, runs it, turns errors into messages and exit codes.
#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/command_tree.h"
#include "cli/completion/completion.h"
#include "cli/exit_code.h"
#include "cli/fatal_signals.h"
#include "cli/help.h"
#include "cli/option_facts.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/typed_arguments.h"
#include "cli/unknown_option.h"
#include "cli/usage_error.h"
#include "cluster/http/cluster_error.h"
#include "corpus/article_reader.h"
#include "index/error.h"
#include "index/xapian_failure.h"
#include "language/countries/name_overrides.h"
#include "searcher/query/unsupported_error.h"

namespace dateline {
namespace {

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
  constexpr std::array<std::string_view, 8> kCommands{"search",  "facets",  "timeline", "pairs",
                                                      "persons", "explain", "similar",  "export"};
  if (arguments.empty()) return false;
  if (arguments[0] == "watch") return arguments.size() > 1 && arguments[1] == "add";
  return std::find(kCommands.begin(), kCommands.end(), arguments[0]) != kCommands.end();
}

std::string_view name_of(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? std::string_view{} : std::string_view{parsed.front()->get_name()};
}

// A first word that is no command is perhaps a slip, or the query itself.
void require_command(const CLI::App& app, const std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments.front().starts_with('-')) return;
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  const auto& typed = arguments.front();
  if (std::find(names.begin(), names.end(), typed) != names.end()) return;
  const auto near = nearest_to(typed, names);
  throw UsageError(fmt::format("unknown command '{}': {} (see 'dateline --help')", typed,
                               near.empty()
                                   ? fmt::format("to search for it, dateline search {}", typed)
                                   : fmt::format("did you mean '{}'?", near)));
}

// What CLI11 did not take.
std::string message_of(const CLI::App& app, const CLI::ParseError& error,
                       const std::vector<std::string>& arguments) {
  const auto name = name_of(app);
  const auto* extras = dynamic_cast<const CLI::ExtrasError*>(&error);
  for (const auto& argument : arguments) {
    if (extras == nullptr || name.empty() || !argument.starts_with("--") || argument.size() == 2 ||
        std::string_view{error.what()}.find(argument) == std::string_view::npos) {
      continue;
    }
    return unknown_option(*app.get_subcommands().front(), argument, name, false);
  }
  return fmt::format("{} (see 'dateline {}{}--help')", error.what(), name, name.empty() ? "" : " ");
}

// Standards that other programs know, too: no-color.org and bixense.com/clicolors.
void set_display(const Display& display) {
  // NOLINTBEGIN(concurrency-mt-unsafe): before any thread
  if (display.color == "never") setenv("NO_COLOR", "1", 1);
  if (display.color == "always") {
    setenv("CLICOLOR_FORCE", "1", 1);
    unsetenv("NO_COLOR");
  }
  if (!display.pager) setenv("PAGER", "", 1);
  // NOLINTEND(concurrency-mt-unsafe)
}

// What a shell asks for while somebody types, and the build for the manual: no words of a person's,
// so that they are left out of help, and of what is guessed.
std::optional<int> answer_program(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return std::nullopt;
  if (arguments[0] == "complete" && arguments.size() > 1 && arguments[1] == "--") {
    print(complete({arguments.begin() + 2, arguments.end()}));
    return kDone;
  }
  if (arguments[0] == "commands" && arguments.size() == 1) {
    print(commands_json());
    return kDone;
  }
  return std::nullopt;
}

int parse_and_run(int argc, char** argv) {
  if (const auto code = answer_program({argv + 1, argv + argc})) return *code;
  CommandTree tree;
  auto& app = tree.app();
  auto arguments = as_meant({argv + 1, argv + argc});
  set_display(take_display(arguments));
  require_command(app, arguments);
  if (takes_query(arguments)) {
    check_utf8(arguments);
    arguments = mark_literal_words(arguments);
  }
  const auto meant = arguments;
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    print(app.get_subcommands().empty() ? overview() : app.help());
    return kDone;
  } catch (const CLI::CallForVersion& asked) {
    print(fmt::format("{}\n", asked.what()));
    return kDone;
  } catch (const CLI::ParseError& error) {
    complain(message_of(app, error, meant));
    return kUsage;
  }
  return tree.named().run();
}

int guarded(int argc, char** argv) {
  try {
    return parse_and_run(argc, argv);
  } catch (const UsageError& error) {
    complain(error.what(), true);  // a caret stands under the piece that is meant
    return kUsage;
  } catch (const ClusterUsageError& error) {
    complain(error.what());
    return kUsage;
  } catch (const UnsupportedError& error) {
    complain(error.what());
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
