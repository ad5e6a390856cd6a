// The options that say what to count; commands that show facets share them.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/request_form.h"

namespace dateline {

/// Declares `--facet`, `--by`, `--top` and `--match` on a subcommand.
class FacetOptions {
 public:
  explicit FacetOptions(CLI::App& command);

  /// Fills in what is counted, `otherwise` when no facet was named.
  /// @param top how many values unless --top says; 0: all.
  /// @param fits whether buckets are as wide as the span of what is found asks for, unless --by
  /// says.
  void fill(RequestForm& form, CountedFacets otherwise, std::uint32_t top, bool fits) const;
  /// Whether a facet was named: known when the command line has been read.
  [[nodiscard]] bool names_any() const noexcept { return !facets_.empty(); }

 private:
  CLI::App& command_;
  std::vector<std::string> facets_;
  std::string by_;
  std::uint32_t top_ = 0;
  std::string match_;
};

}  // namespace dateline
