#include "cli/hit_list_options.h"

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <vector>

#include "cli/terminal.h"
#include "presenter/csv.h"
#include "presenter/presenter.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMaxLimit = 10'000;
constexpr std::uint32_t kMaxOffset = 1'000'000;

}  // namespace

HitListOptions::HitListOptions(CLI::App& command) : facets_(command) {
  command.add_option("--limit", limit_, "Hits to show")
      ->check(CLI::Range(std::uint32_t{0}, kMaxLimit))
      ->capture_default_str();
  command.add_option("--offset", offset_, "Hits to pass over")
      ->check(CLI::Range(std::uint32_t{0}, kMaxOffset))
      ->capture_default_str();
  command.add_flag("--no-facets", no_facets_, "Count nothing");
  command.add_option("--format", format_, "text, json, jsonl or csv")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv"}))
      ->capture_default_str();
}

// Lines of hits have no place for counts.
bool HitListOptions::has_facets() const noexcept {
  return !no_facets_ && format_ != "jsonl" && format_ != "csv";
}

void HitListOptions::apply(SearchRequest& request) const {
  request.limit = limit_;
  request.offset = offset_;
  if (!has_facets()) return;
  std::vector<Facet> defaults{Facet::country, Facet::organization, Facet::pair,
                              Facet::date,    Facet::published,    Facet::author};
  if (request.kind == DocumentKind::event) defaults.push_back(Facet::origin);
  facets_.apply(request, defaults, format_ == "text" ? kValuesShown : 0);
}

std::string HitListOptions::shown(const SearchRequest& request, const SearchResult& result) const {
  if (format_ == "json") return to_json(request, result);
  if (format_ == "text") return to_text(request, result, style_for(stdout));
  for (const auto& notice : result.notices) complain("note: " + notice);
  for (const auto& suggestion : result.suggestions) complain(suggestion_line(suggestion));
  return format_ == "csv" ? hits_csv(result.kind, result.hits) : hits_json_lines(result.hits);
}

}  // namespace dateline
