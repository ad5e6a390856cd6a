#include "cli/why.h"

#include <fmt/format.h>

#include "cli/query_options.h"
#include "cli/usage_error.h"

namespace dateline {

WhyAnswer explain_value(Searcher& searcher, SearchRequest request, const std::string& value) {
  const auto colon = value.find(':');
  const auto facet = facet_for(std::string_view{value}.substr(0, colon));
  if (colon == std::string::npos || !facet) {
    throw UsageError(fmt::format(
        "--why: '{}' is no value of a facet: write country:TR, date:2001-02 or the like", value));
  }
  WhyAnswer answer;
  answer.facet = *facet;
  answer.value = value.substr(colon + 1);
  auto condition = filter_from("--why", facet_name(*facet), answer.value);
  request.selections.push_back({*facet, condition});
  request.facets.clear();
  const auto result = searcher.search(request);
  answer.total = result.total;
  for (const Hit& hit : result.hits)
    answer.proofs.push_back(prove(searcher.snapshot(), hit, *facet, condition));
  return answer;
}

}  // namespace dateline
