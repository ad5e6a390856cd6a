#include "cli/facet_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include "cli/choices.h"

namespace dateline {
FacetOptions::FacetOptions(CLI::App& command) : command_(command) {
  command
      .add_option("--facet", facets_,
                  fmt::format("Count by {} (again for more)", fmt::join(facet_names(), ", ")))
      ->check(CLI::IsMember(choices(facet_names())))
      ->allow_extra_args(false);
  command
      .add_option(
          "--by", by_,
          "Width of date buckets: year, quarter, month, week, day (else by the span of what "
          "is found; quarter in JSON)")
      ->check(CLI::IsMember(choices(kBucketWords)));
  command.add_option("--top", top_, "Values to count of a facet (0: all); buckets are never cut");
  command.add_option("--match", match_, "Only values of a facet with this in them");
}

void FacetOptions::fill(RequestForm& form, CountedFacets otherwise, std::uint32_t top,
                        bool fits) const {
  form.set_counted(otherwise);
  for (const auto& name : facets_) form.set("facet", name);
  const bool has_width = command_.get_option("--by")->count() > 0;
  if (has_width) form.set("by", by_);
  if (!has_width && fits) form.set("fit");
  form.set("top", std::to_string(command_.get_option("--top")->count() > 0 ? top_ : top));
  if (command_.get_option("--match")->count() > 0) form.set("match", match_);
}

}  // namespace dateline
