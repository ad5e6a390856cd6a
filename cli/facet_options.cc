#include "cli/facet_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>

#include "cli/usage_error.h"
#include "language/utf8.h"

namespace dateline {
namespace {

std::vector<std::string> facet_names() {
  std::vector<std::string> names;
  for (const auto facet : all_facets()) names.emplace_back(facet_name(facet));
  return names;
}

}  // namespace

FacetOptions::FacetOptions(CLI::App& command) : command_(command) {
  command
      .add_option("--facet", facets_,
                  fmt::format("Count by {} (again for more)", fmt::join(facet_names(), ", ")))
      ->check(CLI::IsMember(facet_names()))
      ->allow_extra_args(false);
  command.add_option("--by", by_, "Width of date buckets: year, quarter, month, week, day")
      ->check(CLI::IsMember({"year", "quarter", "month", "week", "day"}))
      ->capture_default_str();
  command.add_option("--top", top_, "Values to count of a facet (0: all); buckets are never cut");
  command.add_option("--match", match_, "Only values of a facet with this in them");
}

void FacetOptions::apply(SearchRequest& request, const std::vector<Facet>& defaults,
                         std::uint32_t top) const {
  for (const auto& name : facets_) {
    const auto facet = *facet_for(name);
    if (std::find(request.facets.begin(), request.facets.end(), facet) == request.facets.end())
      request.facets.push_back(facet);
  }
  if (facets_.empty()) request.facets = defaults;
  request.date_bucket = *bucket_for(by_);
  request.facet_limit = command_.get_option("--top")->count() > 0 ? top_ : top;
  if (command_.get_option("--match")->count() == 0) return;
  request.facet_match = fold(match_);
  if (request.facet_match.empty()) throw UsageError("--match: needs something to look for");
  for (const auto facet : request.facets) {
    if (is_by_time(facet)) {
      throw UsageError(
          fmt::format("--match looks for names: not in the facet {}; narrow it with "
                      "--from and --to",
                      facet_name(facet)));
    }
  }
}

}  // namespace dateline
