// What would find something, where a request has found nothing.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/request.h"
#include "searcher/searcher.h"

namespace dateline {

/// For people, a line each: which single filter leaves nothing, and how many hits there are without
/// it, or else without all filters; and where days are asked for, which days the archive has. Empty when nothing is known that
/// would help. At most kMaxAdvised filters are tried, a search each.
inline constexpr std::size_t kMaxAdvised = 6;
[[nodiscard]] std::vector<std::string> advice_for(const Searcher& searcher,
                                                  const SearchRequest& request);

}  // namespace dateline
