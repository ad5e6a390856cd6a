// --why FACET:VALUE: the places that put a value into a facet.
#pragma once

#include <string>

#include "presenter/formats.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"

namespace dateline {

/// Confines `request` to the hits with a value, finds the places of each, and prints them.
/// @param value as typed: "country:TR", "date:2001-02".
/// @param format as text, unless proofs have it.
/// @return the exit code. @throws UsageError when it is no value of a facet.
[[nodiscard]] int print_why(const Searcher& searcher, SearchRequest request,
                            const std::string& value, Format format);

}  // namespace dateline
