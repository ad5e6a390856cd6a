#include "cli/hit_list_options.h"

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <string>

#include "cli/notes.h"
#include "cli/terminal.h"
#include "presenter/search_pieces.h"
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

void HitListOptions::print(const SearchRequest& request, const SearchResult& summary,
                           const Matches& matches) const {
  constexpr std::size_t kHitsAtOnce = 256;
  if (format_.get() != Format::json) tell(summary.notices, summary.suggestions);
  const auto count = matches.hit_count();
  SearchPieces pieces(format_.get(), request, summary, count, style_for(stdout));
  if (all_facets_ || facets_.names_any()) pieces.show_all_facets();
  auto text = pieces.before();
  for (std::size_t first = 0; first < count; first += kHitsAtOnce) {
    if (first > 0) {  // the last of them go out with what stands behind: a pager shows all at once
      dateline::print(text);
      text.clear();
    }
    for (const auto& hit : matches.hits(first, kHitsAtOnce)) text += pieces.hit(hit);
  }
  dateline::print(text + pieces.after());
}

}  // namespace dateline
