// dateline similar: articles like an article, events like an event.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/document_id.h"
#include "cli/exit_code.h"
#include "cli/facet_options.h"
#include "cli/index_location.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "searcher/csv.h"
#include "searcher/presenter.h"
#include "searcher/searcher.h"

namespace dateline {
namespace {

constexpr const char* kHelp =
    R"(Find articles like an article, or events like an event, by the words that tell it from others.
Of events, those that tell the same come first. Words behind the id are a query, within which they
are looked for.

Examples:
  dateline similar 1999-q4-eu-turkey.md
  dateline similar 2001-q1-china-russia.txt#0a1b2c3d --from 2001
  dateline similar 2001-q1-china-russia.txt country:JP --format json)";

constexpr std::uint32_t kMaxLimit = 10'000;
constexpr std::uint32_t kMaxOffset = 1'000'000;

class SimilarCommand : public Command {
 public:
  explicit SimilarCommand(CLI::App& app) : SimilarCommand(app.add_subcommand("similar", kHelp)) {}

  int run() override {
    const auto id = query_.id();
    Searcher searcher(index_location(query_.index()));
    const auto kind = kind_of_id(searcher, id);
    if (!kind) return kNothingFound;
    std::vector<std::string> warnings;
    auto request = this->request(warnings, *kind);
    request.similar_to = id;
    for (const auto& warning : warnings) complain("warning: " + warning);
    const auto result = searcher.search(request);
    print(shown(request, result));
    return result.total > 0 ? kDone : kNothingFound;
  }

 private:
  explicit SimilarCommand(CLI::App* command)
      : query_(*command, QueryOptions::IdPlace::first), facet_options_(*command) {
    command->add_option("--limit", limit_, "Hits to show")
        ->check(CLI::Range(std::uint32_t{0}, kMaxLimit))
        ->capture_default_str();
    command->add_option("--offset", offset_, "Hits to pass over")
        ->check(CLI::Range(std::uint32_t{0}, kMaxOffset))
        ->capture_default_str();
    command->add_flag("--no-facets", no_facets_, "Count nothing");
    command->add_option("--format", format_, "text, json, jsonl or csv")
        ->check(CLI::IsMember({"text", "json", "jsonl", "csv"}))
        ->capture_default_str();
  }

  [[nodiscard]] SearchRequest request(std::vector<std::string>& warnings, DocumentKind kind) const {
    auto request = query_.request(warnings, kind);
    if (request.kind != kind)
      throw UsageError("kind:event, where the id is that of an article: leave it out");
    request.limit = limit_;
    request.offset = offset_;
    if (no_facets_ || format_ == "jsonl" || format_ == "csv") return request;
    std::vector<Facet> defaults{Facet::country, Facet::organization, Facet::pair,
                                Facet::date,    Facet::published,    Facet::author};
    if (kind == DocumentKind::event) defaults.push_back(Facet::origin);
    facet_options_.apply(request, defaults, format_ == "text" ? kValuesShown : 0);
    return request;
  }

  [[nodiscard]] std::string shown(const SearchRequest& request, const SearchResult& result) const {
    if (format_ == "json") return to_json(request, result);
    if (format_ == "text") return to_text(request, result, style_for(stdout));
    for (const auto& notice : result.notices) complain("note: " + notice);
    return format_ == "csv" ? hits_csv(result.kind, result.hits) : hits_json_lines(result.hits);
  }

  QueryOptions query_;
  FacetOptions facet_options_;
  bool no_facets_ = false;
  std::string format_ = "text";
  std::uint32_t limit_ = 10;
  std::uint32_t offset_ = 0;
};

}  // namespace

std::unique_ptr<Command> add_similar_command(CLI::App& app) {
  return std::make_unique<SimilarCommand>(app);
}

}  // namespace dateline
