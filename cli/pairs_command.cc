// dateline pairs: which countries meet in a query's events, and when.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <string>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/format_option.h"
#include "cli/notes.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "presenter/pairs_presenter.h"
#include "presenter/persons_presenter.h"
#include "searcher/answers/pairs.h"

namespace dateline {
namespace {

constexpr const char* kPairsHelp =
    R"(Which countries meet in a query's events, by period: in how many events both are named or act.
With --of persons: who is in one event with whom, over all periods.

Examples:
  dateline pairs treaty                               the ten most frequent pairs, by year
  dateline pairs country:RU --by quarter --top 20     whom Russia meets
  dateline pairs --of persons relation:JP-RU          who meets whom
  dateline pairs region:central-asia --format csv > pairs.csv)";

class PairsCommand : public Command {
 public:
  explicit PairsCommand(CLI::App& command) : options_(command) {
    command.add_option("--by", by_, "Periods: year, quarter, month, week, day")
        ->check(CLI::IsMember(choices(kBucketWords)))
        ->capture_default_str();
    command.add_option("--of", of_, "Pairs of: countries, persons")
        ->check(CLI::IsMember({"countries", "persons"}))
        ->capture_default_str();
    command.add_option("--top", top_, "Pairs to show, the most frequent (0: all)")
        ->check(CLI::Range(std::uint32_t{0}, kMaxTop))
        ->capture_default_str();
    format_.declare<PairsAnswer>(command);
  }

  int run() override {
    auto form = options_.form();
    form.allow_everything();
    form.set("events");
    form.set("by", by_);
    form.set("top", std::to_string(top_));
    const auto search = options_.request(form);
    const auto archive = options_.open_archive();
    if (of_ == "persons") {
      const auto pairs = archive->person_pairs({search, search.facet_limit});
      print(present(PersonPairsAnswer{pairs}, format_.get(), style_for(stdout)));
      return pairs.rows.empty() ? kNothingFound : kDone;
    }
    const PairsRequest request{search, search.date_bucket, search.facet_limit};
    const auto table = archive->pairs(request);
    if (format_.get() != Format::json) tell(table.notices);
    print(present(PairsAnswer{request, table}, format_.get(), style_for(stdout)));
    return table.rows.empty() ? kNothingFound : kDone;
  }

 private:
  static constexpr std::uint32_t kMaxTop = 100'000;

  QueryOptions options_;
  std::string by_ = "year";
  std::string of_ = "countries";
  FormatOption format_;
  std::uint32_t top_ = 10;
};

}  // namespace

CommandEntry pairs_command() noexcept { return {"pairs", kPairsHelp, make_command<PairsCommand>}; }

}  // namespace dateline
