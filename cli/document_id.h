// Ids on the command line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/query_options.h"
#include "searcher/searcher.h"

namespace dateline {

/// The kind of the article or event that has the id; else complains, in one line that says how much
/// of the id is known, and returns nullopt.
[[nodiscard]] std::optional<DocumentKind> kind_of_id(const Searcher& searcher, std::string_view id);

/// What is asked of documents of an id's kind. Fills `warnings`, and throws, as
/// QueryOptions::request(). @throws UsageError also when the query wants another kind.
[[nodiscard]] SearchRequest request_for(const QueryOptions& query, DocumentKind kind,
                                        std::vector<std::string>& warnings);

}  // namespace dateline
