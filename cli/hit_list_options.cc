#include "cli/hit_list_options.h"

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <string>

#include "cli/terminal.h"
#include "presenter/csv.h"
#include "presenter/search_presenter.h"

namespace dateline {
HitListOptions::HitListOptions(CLI::App& command) : facets_(command) {
  command.add_option("--limit", limit_, "Hits to show")
      ->check(CLI::Range(std::uint32_t{0}, kMaxHits))
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

void HitListOptions::fill(RequestForm& form) const {
  form.set("limit", std::to_string(limit_));
  form.set("offset", std::to_string(offset_));
  if (has_facets()) facets_.fill(form, CountedFacets::usual, format_ == "text" ? kValuesShown : 0);
}

std::string HitListOptions::shown(const SearchRequest& request, const SearchResult& result) const {
  if (format_ == "json") return to_json(request, result);
  if (format_ == "text") return to_text(request, result, style_for(stdout));
  for (const auto& notice : result.notices) complain("note: " + notice);
  for (const auto& suggestion : result.suggestions) complain(suggestion_line(suggestion));
  return format_ == "csv" ? hits_csv(result.kind, result.hits) : hits_json_lines(result.hits);
}

}  // namespace dateline
