// dateline search: ranked articles or events, with facets.
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/index_location.h"
#include "cli/search_options.h"
#include "cli/terminal.h"
#include "searcher/presenter.h"
#include "searcher/searcher.h"

namespace dateline {
namespace {

constexpr const char* kHelp =
    R"(Find articles, or single events, and count them by country and date.

Examples:
  dateline search missile defense                     all the words, best first
  dateline search '"missile defense" -nuclear'        a phrase; without a word
  dateline search --events Ivanov Tang --from 2001-02-19 --to 2001-02-19
  dateline search --events --country 'RU&JP'          what happened with both
  dateline search treaty country:russia date:2001Q1   filters in the query
  dateline search title:alliances published:2001..2003
  dateline search --format json treaty | jq .total

The query language is described in docs/query-language.md.)";

class SearchCommand : public Command {
 public:
  explicit SearchCommand(CLI::App& app) : options_(*app.add_subcommand("search", kHelp)) {}

  int run() override {
    std::vector<std::string> warnings;
    const auto request = options_.request(warnings);
    for (const auto& warning : warnings) complain("warning: " + warning);
    Searcher searcher(index_location(options_.index()));
    const auto result = searcher.search(request);
    print(options_.json() ? to_json(request, result) : to_text(request, result, style_for(stdout)));
    return result.total > 0 ? kDone : kNothingFound;
  }

 private:
  SearchOptions options_;
};

}  // namespace

std::unique_ptr<Command> add_search_command(CLI::App& app) {
  return std::make_unique<SearchCommand>(app);
}

}  // namespace dateline
