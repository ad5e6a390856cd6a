// dateline facets: how many hits have which countries, dates, authors, …
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/facet_options.h"
#include "cli/format_option.h"
#include "cli/notes.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/why.h"
#include "presenter/facets_presenter.h"
#include "presenter/search_presenter.h"
#include "searcher/facet/rare_facets.h"
#include "searcher/searcher.h"
#include "searcher/suggest/understanding.h"

namespace dateline {
namespace {

constexpr const char* kFacetsHelp = R"(Count what a query finds, by country, date, author and more.

Examples:
  dateline facets missile defense                          every facet, ten values each
  dateline facets treaty --facet country --top 20          the twenty most frequent
  dateline facets treaty --facet country --match jap       values with "jap" in them
  dateline facets --events --country RU --facet date --by month
  dateline facets summit --why country:TR                  the places that name Turkey
  dateline facets summit --format csv > counts.csv)";

class FacetsCommand : public Command {
 public:
  explicit FacetsCommand(CLI::App& command) : query_(command), facet_options_(command) {
    command.add_flag("--events", events_, "Count events, not articles");
    command.add_option("--why", why_,
                       "The places that put a value into a facet: country:TR, date:2001-02");
    command.add_option("--limit", limit_, "Hits to show the places of")
        ->check(CLI::Range(std::uint32_t{0}, kMaxHits))
        ->capture_default_str();
    format_.declare<FacetsAnswer>(command);
  }

  int run() override {
    const auto format = format_.get();
    auto form = query_.form();
    form.allow_everything();
    if (events_) form.set("events");
    form.set("limit", std::to_string(why_.empty() ? 0 : limit_));
    facet_options_.fill(form, CountedFacets::all, format == Format::text ? kValuesShown : 0,
                        format == Format::text);
    const auto request = query_.request(form);
    const auto archive = query_.open_archive();
    const auto& searcher = archive->searcher();
    if (!why_.empty()) return print_why(searcher, request, why_, format);
    auto result = Understanding(searcher).search(request);
    if (!facet_options_.names_any()) leave_out_rare(result.facets);
    if (format != Format::json) tell(result.notices, result.suggestions);
    print(present(FacetsAnswer{request, result}, format, style_for(stdout)));
    return result.total > 0 ? kDone : kNothingFound;
  }

 private:
  QueryOptions query_;
  FacetOptions facet_options_;
  bool events_ = false;
  std::string why_;
  FormatOption format_;
  std::uint32_t limit_ = 10;
};

}  // namespace

CommandEntry facets_command() noexcept {
  return {"facets", kFacetsHelp, make_command<FacetsCommand>};
}

}  // namespace dateline
