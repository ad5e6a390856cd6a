// Shows answers: as text for people, as JSON for programs.
#pragma once

#include <string>

#include "searcher/search.h"
#include "searcher/text_style.h"

namespace dateline {

/// Hits with their snippets, then the facets.
[[nodiscard]] std::string to_text(const SearchRequest& request, const SearchResult& result,
                                  const TextStyle& style);

/// One JSON object and a line end; its grammar is in docs/output.md.
[[nodiscard]] std::string to_json(const SearchRequest& request, const SearchResult& result);

}  // namespace dateline
