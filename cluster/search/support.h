// What a cluster cannot answer: one table.
#pragma once

#include <string_view>

#include "searcher/query/request.h"

namespace dateline {

/// @throws UnsupportedError, naming it and what to do instead, when a request asks for something
/// that a cluster does not give.
void require_supported(const SearchRequest& request);

/// Wishes beside a request, for refuse().
enum class ClusterWish { explain, fold, far_hits, many_words, many_expansions, many_phrases };

/// @throws UnsupportedError for it, always.
[[noreturn]] void refuse(ClusterWish wish);

}  // namespace dateline
