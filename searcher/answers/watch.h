// The new matches of saved queries.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "index/saved_queries.h"
#include "searcher/answer.h"
#include "searcher/query/request.h"

namespace dateline {

/// A request as it is saved: one query with all filters in it, by which it can be read again. Its
/// order, limits, facets and a model for likeness are left out. `shown` stays empty.
[[nodiscard]] SavedQuery to_saved_query(const std::string& name, const SearchRequest& request);

/// The reverse. The request never loosens: what lacks one of the words is no match.
/// @throws QueryError when this program cannot read the query.
[[nodiscard]] SearchRequest to_request(const SavedQuery& query);

/// A match of a saved query.
struct WatchHit {
  Hit hit;
  std::uint64_t generation = 0;  ///< of the publication that brought it; 0: long ago
};

/// What one saved query matches.
struct WatchResult {
  SavedQuery query;
  std::uint64_t total = 0;
  std::vector<WatchHit> hits;  ///< the newest batch first, then by date, newest first, undated last
  std::string problem;         ///< why the query cannot be read; then there are no matches
};

/// What several saved queries match.
struct WatchReport {
  std::uint64_t generation = 0;  ///< of the index that was looked at
  bool all = false;              ///< old matches, too
  std::vector<WatchResult> results;

  /// Over all queries.
  [[nodiscard]] std::uint64_t total() const noexcept;
};

/// Which documents each query matches that came after it was last shown, or all that it matches
/// (`all`); at most `limit` of each with what is shown of them. New is an article that was added,
/// or whose content was changed; and of a changed article, the events that it had not before. What
/// was only moved, merged, annotated again or built anew is not new.
///
/// Opens and matches the segments alone that hold something new, so that after a batch the cost is
/// that of its documents, and of those that were merged with them.
/// @throws IndexError (missing).
[[nodiscard]] WatchReport run_watch(const std::filesystem::path& index,
                                    std::span<const SavedQuery> queries, bool all,
                                    std::uint32_t limit);

}  // namespace dateline
