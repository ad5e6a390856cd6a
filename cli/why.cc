#include "cli/why.h"

#include <string_view>

#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "presenter/proof_presenter.h"
#include "searcher/query/request.h"
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

int print_why(const Searcher& searcher, SearchRequest request, const std::string& value,
              Format format) {
  const auto [selection, wanted] = read_choice(value);
  const auto& [facet, condition] = selection;
  request.selections.push_back(selection);
  const auto matches = searcher.match(request);
  const auto proofs = matches.prove(facet, condition);
  print(present(ProofsAnswer{facet, wanted, matches.total(), proofs, request.kind},
                format_or_text<ProofsAnswer>(format), style_for(stdout)));
  return matches.total() > 0 ? kDone : kNothingFound;
}

}  // namespace dateline
