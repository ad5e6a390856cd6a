#include "cli/hit_list_options.h"

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <string>

#include "cli/notes.h"
#include "cli/terminal.h"
#include "presenter/search_presenter.h"
#include "searcher/query/request.h"

namespace dateline {
HitListOptions::HitListOptions(CLI::App& command) : facets_(command) {
  command.add_option("--limit", limit_, "Hits to show")
      ->check(CLI::Range(std::uint32_t{0}, kMaxHits))
      ->capture_default_str();
  command.add_option("--offset", offset_, "Hits to pass over")
      ->check(CLI::Range(std::uint32_t{0}, kMaxOffset))
      ->capture_default_str();
  command.add_flag("--facets", all_facets_, "Show the counts at length, not in a line each");
  command.add_flag("--no-facets", no_facets_, "Count nothing");
  format_.declare<SearchAnswer>(command);
}

// Lines of hits have no place for counts.
bool HitListOptions::has_facets() const { return !no_facets_ && !is_records(format_.get()); }

void HitListOptions::fill(RequestForm& form) const {
  form.set("limit", std::to_string(limit_));
  form.set("offset", std::to_string(offset_));
  if (!has_facets()) return;
  const bool is_text = format_.get() == Format::text;
  facets_.fill(form, CountedFacets::usual, is_text ? kValuesShown : 0, is_text);
}

std::string HitListOptions::shown(const SearchRequest& request, const SearchResult& result) const {
  if (format_.get() != Format::json) tell(result.notices, result.suggestions);
  auto shown = request;
  shown.date_bucket = result.date_bucket;
  SearchAnswer answer{shown, result};
  answer.all_facets = all_facets_ || facets_.names_any();
  return present(answer, format_.get(), style_for(stdout));
}

}  // namespace dateline
