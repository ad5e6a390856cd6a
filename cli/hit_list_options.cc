#include "cli/hit_list_options.h"

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <string>

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
  command.add_flag("--no-facets", no_facets_, "Count nothing");
  format_.declare<SearchAnswer>(command);
}

// Lines of hits have no place for counts.
bool HitListOptions::has_facets() const { return !no_facets_ && !is_records(format_.get()); }

void HitListOptions::fill(RequestForm& form) const {
  form.set("limit", std::to_string(limit_));
  form.set("offset", std::to_string(offset_));
  if (!has_facets()) return;
  facets_.fill(form, CountedFacets::usual, format_.get() == Format::text ? kValuesShown : 0);
}

void HitListOptions::print(const SearchRequest& request, const SearchResult& summary,
                           const Matches& matches) const {
  constexpr std::size_t kHitsAtOnce = 256;
  if (is_records(format_.get())) {
    for (const auto& notice : summary.notices) complain("note: " + notice);
    for (const auto& suggestion : summary.suggestions) complain(suggestion_line(suggestion));
  }
  const auto count = matches.hit_count();
  SearchPieces pieces(format_.get(), request, summary, count, style_for(stdout));
  auto text = pieces.before();
  for (std::size_t first = 0; first < count; first += kHitsAtOnce) {
    for (const auto& hit : matches.hits(first, kHitsAtOnce)) text += pieces.hit(hit);
    dateline::print(text);
    text.clear();
  }
  dateline::print(text + pieces.after());
}

}  // namespace dateline
