// --why FACET:VALUE: the places that put a value into a facet.
#pragma once

#include <string>

#include "searcher/query/request.h"
#include "searcher/searcher.h"

namespace dateline {

/// Confines `request` to the hits with a value, proves each of those shown, and prints them.
/// @param value as typed: "country:TR", "date:2001-02".
/// @param json as JSON instead of text.
/// @return the exit code. @throws UsageError when it is no value of a facet.
[[nodiscard]] int print_why(Searcher& searcher, SearchRequest request, const std::string& value,
                            bool json);

}  // namespace dateline
