#include "cli/why.h"

#include <string_view>
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "presenter/proof_presenter.h"
#include "searcher/query/request_form.h"

namespace dateline {
namespace {

FacetChoice read_choice(std::string_view value) {
  try {
    return facet_choice(value, "--why");
  } catch (const RequestFormError& error) {
    throw UsageError(error.what());
  }
}

}  // namespace

int print_why(Searcher& searcher, SearchRequest request, const std::string& value, Format format) {
  const auto [selection, wanted] = read_choice(value);
  const auto& [facet, condition] = selection;
  request.selections.push_back(selection);
  request.facets.clear();
  const auto result = searcher.search(request);
  std::vector<Proof> proofs;
  proofs.reserve(result.hits.size());
  for (const Hit& hit : result.hits)
    proofs.push_back(prove(searcher.snapshot(), hit, facet, condition));
  print(present(ProofsAnswer{facet, wanted, result.total, proofs, request.kind},
                format_or_text<ProofsAnswer>(format), style_for(stdout)));
  return result.total > 0 ? kDone : kNothingFound;
}

}  // namespace dateline
