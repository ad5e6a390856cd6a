// dateline explain: why an article or event matches, and ranks where it does.
#include <string>

#include "cli/command.h"
#include "cli/document_id.h"
#include "cli/exit_code.h"
#include "cli/format_option.h"
#include "cli/index_location.h"
#include "cli/notes.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "presenter/explanation_presenter.h"
#include "searcher/searcher.h"

namespace dateline {
namespace {

constexpr const char* kExplainHelp =
    R"(Why an article or event matches a query or not, and ranks where it does: each condition, and
each part of its score. The last word is its id, as 'dateline search' prints it.

Examples:
  dateline explain helsinki summit 1999-q4-eu-turkey.md
  dateline explain treaty --country RU 2001-q3-china-russia.txt
  dateline explain visit date:2001-02 2001-q1-china-russia.txt#0a1b2c3d
  dateline explain --format json treaty 2001-q3-china-russia.txt | jq .score.parts)";

class ExplainCommand : public Command {
 public:
  explicit ExplainCommand(CLI::App& command) : query_(command, QueryOptions::IdPlace::last) {
    format_.declare<Explanation>(command);
  }

  int run() override {
    const auto id = query_.id();
    Searcher searcher(index_location(query_.index()));
    const auto kind = kind_of_id(searcher, id);
    if (!kind) return kNothingFound;
    auto form = query_.form();
    form.fix_kind(*kind);
    const auto explanation = searcher.explain(query_.request(form), id);
    if (format_.get() != Format::json) tell(explanation->notices);
    print(present(*explanation, format_.get(), style_for(stdout)));
    return explanation->matches ? kDone : kNothingFound;
  }

 private:
  QueryOptions query_;
  FormatOption format_;
};

}  // namespace

CommandEntry explain_command() noexcept {
  return {"explain", kExplainHelp, make_command<ExplainCommand>};
}

}  // namespace dateline
