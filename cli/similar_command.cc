// dateline similar: articles like an article, events like an event.
#include "cli/command.h"
#include "cli/document_id.h"
#include "cli/exit_code.h"
#include "cli/hit_list_options.h"
#include "cli/index_location.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "searcher/searcher.h"

namespace dateline {
namespace {

constexpr const char* kSimilarHelp =
    R"(Find articles like an article, or events like an event, by the words that tell it from others.
Of events, those that tell the same come first. Words behind the id are a query, within which they
are looked for.

Examples:
  dateline similar 1999-q4-eu-turkey.md
  dateline similar 2001-q1-china-russia.txt#0a1b2c3d --from 2001
  dateline similar 2001-q1-china-russia.txt country:JP --format json)";

class SimilarCommand : public Command {
 public:
  explicit SimilarCommand(CLI::App& command)
      : query_(command, QueryOptions::IdPlace::first), list_(command) {}

  int run() override {
    const auto id = query_.id();
    Searcher searcher(index_location(query_.index()));
    const auto kind = kind_of_id(searcher, id);
    if (!kind) return kNothingFound;
    auto form = query_.form();
    form.fix_kind(*kind);
    form.set("similar-to", id);
    list_.fill(form);
    const auto request = query_.request(form);
    const auto matches = searcher.match(request);
    const auto summary = matches.summary();
    list_.print(request, summary, matches);
    return summary.total > 0 ? kDone : kNothingFound;
  }

 private:
  QueryOptions query_;
  HitListOptions list_;
};

}  // namespace

CommandEntry similar_command() noexcept {
  return {"similar", kSimilarHelp, make_command<SimilarCommand>};
}

}  // namespace dateline
