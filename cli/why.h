// --why FACET:VALUE: the places that put a value into a facet.
#pragma once

#include <string>
#include <vector>

#include "searcher/proof.h"
#include "searcher/search.h"
#include "searcher/searcher.h"

namespace dateline {

/// Confines `request` to the hits with the value, and proves each of those shown.
/// @param value as typed: "country:TR", "date:2001-02".
/// @throws UsageError when it is no value of a facet.
struct WhyAnswer {
  Facet facet = Facet::country;
  std::string value;        ///< as typed, behind the colon
  std::uint64_t total = 0;  ///< hits that have it
  std::vector<Proof> proofs;
};
[[nodiscard]] WhyAnswer explain_value(Searcher& searcher, SearchRequest request,
                                      const std::string& value);

}  // namespace dateline
