// dateline search: ranked articles or events, with facets.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <map>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/facet_options.h"
#include "cli/index_location.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "cli/why.h"
#include "searcher/csv.h"
#include "searcher/presenter.h"
#include "searcher/searcher.h"
#include "searcher/understanding.h"

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
  dateline search --events --region middle-east --precision month oil
  dateline search title:alliances published:2001..2003
  dateline search --why country:TR summit             the places that name Turkey
  dateline search --format json treaty | jq .total

The query language is described in docs/query-language.md.)";

constexpr std::uint32_t kMaxLimit = 10'000;
constexpr std::uint32_t kMaxOffset = 1'000'000;

const std::map<std::string, SortOrder>& sort_orders() {
  static const std::map<std::string, SortOrder> kOrders{{"relevance", SortOrder::relevance},
                                                        {"date", SortOrder::date},
                                                        {"published", SortOrder::published}};
  return kOrders;
}

class SearchCommand : public Command {
 public:
  explicit SearchCommand(CLI::App& app) : SearchCommand(app.add_subcommand("search", kHelp)) {}

  int run() override {
    std::vector<std::string> warnings;
    const auto request = this->request(warnings);
    for (const auto& warning : warnings) complain("warning: " + warning);
    Searcher searcher(index_location(query_.index()));
    if (!why_.empty()) return print_why(searcher, request, why_, format_ == "json");
    const auto result = Understanding(searcher).search(request);
    print(shown(request, result));
    return result.total > 0 ? kDone : kNothingFound;
  }

 private:
  explicit SearchCommand(CLI::App* command) : query_(*command), facet_options_(*command) {
    command->add_flag("--events", events_, "Find events, not articles");
    command->add_option("--sort", sort_, "relevance, date or published (newest first)")
        ->check(CLI::IsMember(sort_orders()))
        ->capture_default_str();
    command->add_option("--limit", limit_, "Hits to show")
        ->check(CLI::Range(std::uint32_t{0}, kMaxLimit))
        ->capture_default_str();
    command->add_option("--offset", offset_, "Hits to pass over")
        ->check(CLI::Range(std::uint32_t{0}, kMaxOffset))
        ->capture_default_str();
    command->add_flag("--fold", fold_,
                      "Of events: told several times, shown once (docs/folding.md)");
    command->add_flag("--no-facets", no_facets_, "Count nothing");
    command->add_option("--why", why_,
                        "The places that put a value into a facet: country:TR, date:2001-02");
    command->add_option("--format", format_, "text, json, jsonl or csv")
        ->check(CLI::IsMember({"text", "json", "jsonl", "csv"}))
        ->capture_default_str();
  }

  [[nodiscard]] SearchRequest request(std::vector<std::string>& warnings) const {
    auto request = events_ ? query_.event_request(warnings) : query_.request(warnings);
    request.sort = sort_orders().at(sort_);
    request.limit = limit_;
    request.offset = offset_;
    request.fold = fold_;
    if (fold_ && request.kind != DocumentKind::event) {
      throw UsageError("--fold brings events together: add --events");
    }
    if (no_facets_ || format_ == "jsonl" || format_ == "csv") return request;
    std::vector<Facet> defaults{Facet::country, Facet::organization, Facet::pair,
                                Facet::date,    Facet::published,    Facet::author};
    if (request.kind == DocumentKind::event) defaults.push_back(Facet::origin);
    facet_options_.apply(request, defaults, format_ == "text" ? kValuesShown : 0);
    return request;
  }

  [[nodiscard]] std::string shown(const SearchRequest& request, const SearchResult& result) const {
    if (format_ == "json") return to_json(request, result);
    if (format_ == "text") return to_text(request, result, style_for(stdout));
    for (const auto& notice : result.notices) complain("note: " + notice);
    for (const auto& suggestion : result.suggestions) complain(suggestion_line(suggestion));
    return format_ == "csv" ? hits_csv(result.kind, result.hits) : hits_json_lines(result.hits);
  }

  QueryOptions query_;
  FacetOptions facet_options_;
  bool events_ = false;
  bool no_facets_ = false;
  bool fold_ = false;
  std::string sort_ = "relevance";
  std::string why_;
  std::string format_ = "text";
  std::uint32_t limit_ = 10;
  std::uint32_t offset_ = 0;
};

}  // namespace

std::unique_ptr<Command> add_search_command(CLI::App& app) {
  return std::make_unique<SearchCommand>(app);
}

}  // namespace dateline
