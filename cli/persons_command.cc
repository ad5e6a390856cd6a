// dateline persons: who acts in a query's events, for which countries, and with whom.
#include <fmt/format.h>

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <filesystem>
#include <string>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/format_option.h"
#include "cli/index_location.h"
#include "cli/notes.h"
#include "cli/output_file.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "presenter/persons_presenter.h"
#include "searcher/answers/learned_offices.h"
#include "searcher/answers/persons.h"

namespace dateline {
namespace {

constexpr const char* kPersonsHelp =
    R"(Who acts in a query's events: how many events, for which countries, first and last day, offices.

Examples:
  dateline persons relation:JP-RU                    who acts between Japan and Russia
  dateline persons country:CN --with putin           whom Putin meets in China's events
  dateline persons treaty --top 0 --format csv > persons.csv
  dateline persons --learn offices.tsv               what the archive tells of offices, for --names)";

class PersonsCommand : public Command {
 public:
  explicit PersonsCommand(CLI::App& command) : options_(command) {
    command.add_option("--with", with_, "Only events of this person; who else is in them");
    command.add_option("--top", top_, "Persons to show, the most frequent (0: all)")
        ->check(CLI::Range(std::uint32_t{0}, kMaxTop))
        ->capture_default_str();
    command
        .add_option("--learn", learn_,
                    "Write the offices that all articles tell of into a new file (-: standard "
                    "output), to be reviewed and given back with --names")
        ->type_name("FILE");
    format_.declare<PersonsAnswer>(command);
  }

  int run() override {
    if (!learn_.empty()) return learn();
    auto form = options_.form();
    form.allow_everything();
    form.set("events");
    const PersonsRequest request{options_.request(form), top_, with_};
    const auto table = options_.open_archive()->persons(request);
    if (format_.get() != Format::json) tell(table.notices);
    print(present(PersonsAnswer{request, table}, format_.get(), style_for(stdout)));
    return table.rows.empty() ? kNothingFound : kDone;
  }

 private:
  int learn() {
    refuse_reviewed();
    if (options_.archive().cluster())
      throw UsageError("--learn reads an index on this machine: give --index DIR");
    Searcher searcher(index_location(options_.index()));
    const auto offices = learn_offices(searcher);
    const auto text = to_names_file(offices);
    write_output(learn_, text);
    if (learn_ != "-") {
      const auto contested = std::count_if(offices.begin(), offices.end(),
                                           [](const auto& office) { return office.is_contested; });
      complain(
          fmt::format("{} offices, {} of them contested: look at {}, then give it to "
                      "'dateline index --names'",
                      offices.size(), contested, learn_));
    }
    return offices.empty() ? kNothingFound : kDone;
  }

  // A file that is there may have been reviewed already.
  void refuse_reviewed() const {
    if (learn_ != "-" && std::filesystem::exists(learn_)) {
      throw UsageError(fmt::format("{} is there already: give the name of a new file", learn_));
    }
  }

  static constexpr std::uint32_t kMaxTop = 1'000'000;

  QueryOptions options_;
  std::string with_;
  std::string learn_;
  std::uint32_t top_ = 20;
  FormatOption format_;
};

}  // namespace

CommandEntry persons_command() noexcept {
  return {"persons", kPersonsHelp, make_command<PersonsCommand>};
}

}  // namespace dateline
