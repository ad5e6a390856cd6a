#include "cli/why.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "cli/query_options.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "presenter/proof_presenter.h"

namespace dateline {

int print_why(Searcher& searcher, SearchRequest request, const std::string& value, bool json) {
  const auto colon = value.find(':');
  const auto facet = facet_for(std::string_view{value}.substr(0, colon));
  if (colon == std::string::npos || !facet) {
    throw UsageError(fmt::format(
        "--why: '{}' is no value of a facet: write country:TR, date:2001-02 or the like", value));
  }
  const auto wanted = value.substr(colon + 1);
  auto condition = filter_from("--why", facet_name(*facet), wanted);
  request.selections.push_back({*facet, condition});
  request.facets.clear();
  const auto result = searcher.search(request);
  std::vector<Proof> proofs;
  proofs.reserve(result.hits.size());
  for (const Hit& hit : result.hits)
    proofs.push_back(prove(searcher.snapshot(), hit, *facet, condition));
  print(json ? proofs_json(*facet, wanted, result.total, proofs, request.kind)
             : proofs_text(*facet, wanted, result.total, proofs, request.kind, style_for(stdout)));
  return result.total > 0 ? kDone : kNothingFound;
}

}  // namespace dateline
