// The options that say how hits are listed; commands that list hits share them.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>

#include "cli/facet_options.h"
#include "cli/format_option.h"
#include "searcher/answer.h"
#include "searcher/matches.h"
#include "searcher/query/request.h"
#include "searcher/query/request_form.h"

namespace dateline {

/// Declares `--limit`, `--offset`, `--facets`, `--no-facets`, `--format` and those of FacetOptions on a
/// subcommand.
class HitListOptions {
 public:
  explicit HitListOptions(CLI::App& command);

  /// Fills in how many hits are shown, and what is counted beside them.
  void fill(RequestForm& form) const;
  /// Prints the answer in the format that was asked for, hit by hit, so that memory does not grow
  /// with their number. Where a format has no place for notices and suggestions, they go to the
  /// standard error stream. @param summary the answer without its hits, which `matches` has.
  void print(const SearchRequest& request, const SearchResult& summary,
             const Matches& matches) const;
  [[nodiscard]] Format format() const { return format_.get(); }

 private:
  [[nodiscard]] bool has_facets() const;

  FacetOptions facets_;
  bool no_facets_ = false;
  bool all_facets_ = false;
  FormatOption format_;
  std::uint32_t limit_ = 10;
  std::uint32_t offset_ = 0;
};

}  // namespace dateline
