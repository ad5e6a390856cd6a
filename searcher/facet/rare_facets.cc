#include "searcher/facet/rare_facets.h"

#include "searcher/query/facet.h"

namespace dateline {

void leave_out_rare(std::vector<FacetCounts>& facets) {
  std::erase_if(facets, [](const FacetCounts& counts) {
    return facet_row(counts.facet).use == FacetUse::on_demand && counts.values.empty();
  });
}

}  // namespace dateline
