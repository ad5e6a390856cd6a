// dateline search: ranked articles or events, with facets.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <string>
#include <vector>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/hit_list_options.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/why.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"
#include "searcher/suggest/understanding.h"

namespace dateline {
namespace {

constexpr const char* kSearchHelp =
    R"(Find articles, or single events, and count them by country and date.

Examples:
  dateline search missile defense                     all the words, best first
  dateline search '"missile defense" -nuclear'        a phrase; without a word
  dateline search 'missile defense'                   a phrase, where it is found as one
  dateline search --events Ivanov Tang --from 2001-02-19 --to 2001-02-19
  dateline search --events --country 'RU&JP'          what happened with both
  dateline search treaty country:russia date:2001Q1   filters in the query
  dateline search --events --region middle-east --precision month oil
  dateline search title:alliances published:2001..2003
  dateline search --why country:TR summit             the places that name Turkey
  dateline search --cluster http://127.0.0.1:9200/wires treaty    an archive in OpenSearch
  dateline search --format json treaty | jq .total

The query language: dateline-query(7), or docs/query-language.md.)";

// In the order in which help has always listed them.
std::vector<std::string> sort_names() {
  auto names = choices(kSortNames);
  std::sort(names.begin(), names.end());
  return names;
}

class SearchCommand : public Command {
 public:
  explicit SearchCommand(CLI::App& command) : query_(command), list_(command) {
    command.add_flag("--events", events_, "Find events, not articles");
    command.add_option("--sort", sort_, "relevance, date or published (newest first)")
        ->check(CLI::IsMember(sort_names()))
        ->capture_default_str();
    command.add_flag("--fold", fold_,
                     "Of events: told several times, shown once (docs/folding.md)");
    command.add_option("--why", why_,
                       "The places that put a value into a facet: country:TR, date:2001-02");
  }

  int run() override {
    const auto request = this->request();
    const auto archive = query_.open_archive();
    const auto& searcher = archive->searcher();
    if (!why_.empty()) return print_why(searcher, request, why_, list_.format());
    const auto [matches, summary] = Understanding(searcher).match(request);
    list_.print(request, summary, matches);
    return summary.total > 0 ? kDone : kNothingFound;
  }

 private:
  [[nodiscard]] SearchRequest request() const {
    auto form = query_.form();
    if (events_) form.set("events");
    if (fold_) form.set("fold");
    form.set("sort", sort_);
    list_.fill(form);
    return query_.request(form);
  }

  QueryOptions query_;
  HitListOptions list_;
  bool events_ = false;
  bool fold_ = false;
  std::string sort_ = "relevance";
  std::string why_;
};

}  // namespace

CommandEntry search_command() noexcept {
  return {"search", kSearchHelp, make_command<SearchCommand>};
}

}  // namespace dateline
