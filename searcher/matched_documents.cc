#include "searcher/matched_documents.h"

#include "searcher/match_state.h"

namespace dateline {

MatchedDocuments matched_documents(const Searcher& searcher, const SearchRequest& request) {
  const auto matches = searcher.match(request);
  return {matches.state().matches().sets, matches.total(), matches.notices()};
}

}  // namespace dateline
