#include "searcher/matched_documents.h"

#include "searcher/match_state.h"

namespace dateline {

const std::vector<Bitmap>& matched_sets(const Matches& matches) {
  return matches.state().matches().sets;
}

}  // namespace dateline
