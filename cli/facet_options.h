// The options that say what to count; commands that show facets share them.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/request.h"

namespace dateline {

/// Declares `--facet`, `--by`, `--top` and `--match` on a subcommand.
class FacetOptions {
 public:
  explicit FacetOptions(CLI::App& command);

  /// Sets what is counted, `defaults` if no facet was named. @throws UsageError when --match is
  /// given for buckets of days.
  /// @param top how many values unless --top says; 0: all.
  void apply(SearchRequest& request, const std::vector<Facet>& defaults, std::uint32_t top) const;

 private:
  CLI::App& command_;
  std::vector<std::string> facets_;
  std::string by_ = "quarter";
  std::uint32_t top_ = 0;
  std::string match_;
};

}  // namespace dateline
