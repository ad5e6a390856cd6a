// Facets that only some archives have.
#pragma once

#include <vector>

#include "searcher/answer.h"

namespace dateline {

/// Of the facets that are counted only on demand, takes out those that nothing has: archives without
/// logs have no sources. For answers in which no facet was asked for by name.
void leave_out_rare(std::vector<FacetCounts>& facets);

}  // namespace dateline
