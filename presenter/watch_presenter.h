// Presents saved queries and their new matches.
#pragma once

#include <string>
#include <vector>

#include "index/saved_queries.h"
#include "presenter/formats.h"
#include "searcher/answers/watch.h"

namespace dateline {

/// Each query that matches something, with its hits; empty when none does.
[[nodiscard]] std::string to_text(const WatchReport& report, const TextStyle& style);
/// One JSON object and a line end, all queries in it.
[[nodiscard]] std::string to_json(const WatchReport& report);

/// The saved queries of an index, in its order.
using SavedQueryList = std::vector<SavedQuery>;

/// A line a query: its name, and what it looks for.
[[nodiscard]] std::string to_text(const SavedQueryList& queries, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const SavedQueryList& queries);

/// A saved query in words: `events: country:RU summit`, and how it departs from the usual.
[[nodiscard]] std::string description(const SavedQuery& query);

template <>
std::span<const Writer<WatchReport>> writers_of() noexcept;
template <>
std::span<const Writer<SavedQueryList>> writers_of() noexcept;

}  // namespace dateline
