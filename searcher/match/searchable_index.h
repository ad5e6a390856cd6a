// An open index, with all that turns a query's words into its terms.
#pragma once

#include <filesystem>
#include <vector>

#include "index/snapshot.h"
#include "language/spellings/word_variants.h"
#include "language/words/analyzer.h"
#include "searcher/match/posting_lists.h"
#include "searcher/match/search_stop.h"
#include "searcher/match/stop_words.h"

namespace dateline {

/// What everything that answers a request shares. Its lists keep what they read, which changes no
/// answer. For one thread.
struct SearchableIndex {
  /// @throws IndexError (missing): damaged, or made by another analyzer.
  explicit SearchableIndex(Snapshot opened);
  SearchableIndex(SearchableIndex&&) = delete;

  Snapshot snapshot;
  Analyzer analyzer;
  StopWords stop_words;
  WordVariants variants;
  std::vector<PostingLists> lists;  ///< of each segment; never grows, since others refer to them
  SearchStop stop;                  ///< looked at between the steps of a search
};

/// Throws what is being handled: as an IndexError (missing) that says the index is damaged, when
/// Xapian has thrown it. To be called from a handler.
[[noreturn]] void throw_as_index_error(const std::filesystem::path& directory);

/// Runs `work` on an index; what Xapian throws means that the index is damaged.
/// @throws IndexError (missing) then, and whatever else `work` throws.
template <typename Work>
auto guarded(const SearchableIndex& index, Work work) {
  try {
    return work();
  } catch (...) {
    throw_as_index_error(index.snapshot.directory());
  }
}

}  // namespace dateline
