#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::array kCommandHelps{
    CommandHelp{"search", "[QUERY…]", "articles, or single events, the best first", "Ask"},
    CommandHelp{"timeline", "[QUERY…]", "events in the order of their days", {}},
    CommandHelp{"facets", "[QUERY…]", "counts alone, by country, date, …", {}},
    CommandHelp{"pairs", "[QUERY…]", "which countries meet, by period", {}},
    CommandHelp{"persons", "[QUERY…]", "who acts in a query's events, and for whom", {}},
    CommandHelp{"watch", "add|run|list|remove", "saved queries, and what is new for them", {}},
    CommandHelp{"watch add", "NAME [QUERY…]", {}, {}},
    CommandHelp{"watch run", "[NAME…]", {}, {}},
    CommandHelp{"watch list", {}, {}, {}},
    CommandHelp{"watch remove", "NAME…", {}, {}},
    CommandHelp{"show", "ID", "an article, or an event in its place", "Read"},
    CommandHelp{"similar", "ID [QUERY…]", "more like an article or event", {}},
    CommandHelp{"explain", "QUERY… ID", "why it matches, and ranks where it does", {}},
    CommandHelp{"annotate", "FILE…", "what is found in a text, without an index", {}},
    CommandHelp{"regions", "[REGION…]", "the regions that can be asked for", {}},
    CommandHelp{"index", "PATH…", "read articles into the index", "Keep"},
    CommandHelp{"info", {}, "what the index holds", {}},
    CommandHelp{"remove", "ID…", "take articles out", {}},
    CommandHelp{"check", {}, "is the index sound?", {}},
    CommandHelp{"compact", {}, "make the index smaller", {}},
    CommandHelp{"export", "[QUERY…] WHERE", "for OpenSearch, Xapian's tools, JSON", {}},
    CommandHelp{"serve", {}, "the archive as a page, and as an API", {}},
    CommandHelp{"evaluate", {}, "how good are finding and ranking?", {}},
};

// "watch add" of `dateline watch add`, without the program's name.
std::string_view command_of(std::string_view name) noexcept {
  constexpr std::string_view kProgram = "dateline ";
  return name.starts_with(kProgram) ? name.substr(kProgram.size()) : name;
}

}  // namespace

std::span<const CommandHelp> command_helps() noexcept { return kCommandHelps; }

std::string overview() {
  std::string text =
      "Full-text search for analysis of international affairs.\n"
      "Usage: dateline COMMAND [ARGUMENT…] [--OPTION…]\n";
  for (const auto& command : kCommandHelps) {
    if (command.summary.empty()) continue;
    text += fmt::format("  {:<5} {:<9} {}\n", command.group, command.name, command.summary);
  }
  return text +
         "Example: dateline search --events nuclear --country IN,PK --from 1998-05-10\n"
         "'dateline help COMMAND': its options and examples. 'dateline --version'.\n"
         "Exit codes: 0 done or found, 1 nothing found, 2 usage, 3 to 130 other failures.\n";
}

std::string HelpFormatter::make_usage(const CLI::App* /*app*/, std::string name) const {
  const auto command = command_of(name);
  const auto* const found =
      std::find_if(kCommandHelps.begin(), kCommandHelps.end(),
                   [&](const CommandHelp& help) { return help.name == command; });
  const auto arguments = found == kCommandHelps.end() ? std::string_view{} : found->arguments;
  return fmt::format("\nUsage: {}{}{} [--OPTION…]\n", name, arguments.empty() ? "" : " ",
                     arguments);
}

}  // namespace dateline
