// What matches a request as sets, for those who read the index itself.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/bitmap.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"

namespace dateline {

/// The documents of the request's kind that match it.
struct MatchedDocuments {
  std::vector<Bitmap> sets;          ///< one a segment of the searcher's snapshot
  std::uint64_t total = 0;           ///< in all of them
  std::vector<std::string> notices;  ///< what a user should know
};

/// @throws as Searcher::search().
[[nodiscard]] MatchedDocuments matched_documents(const Searcher& searcher,
                                                 const SearchRequest& request);

}  // namespace dateline
