// Shows saved queries and what is new of their matches.
#pragma once

#include <span>
#include <string>

#include "index/saved_queries.h"
#include "presenter/text_style.h"
#include "searcher/answers/watch.h"

namespace dateline {

/// Each query that matches something, with its hits; empty when none does.
[[nodiscard]] std::string to_text(const WatchReport& report, const TextStyle& style);
/// One JSON object and a line end, all queries in it. Grammar: docs/output.md.
[[nodiscard]] std::string to_json(const WatchReport& report);

/// A line a query: its name, and what it looks for.
[[nodiscard]] std::string saved_queries_text(std::span<const SavedQuery> queries,
                                             const TextStyle& style);
/// One JSON object and a line end. Grammar: docs/output.md.
[[nodiscard]] std::string saved_queries_json(std::span<const SavedQuery> queries);

/// A saved query in words: `events: country:RU summit`, and how it departs from the usual.
[[nodiscard]] std::string description(const SavedQuery& query);

}  // namespace dateline
