// An open index, with all that turns a query's words into its terms.
#pragma once

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

}  // namespace dateline
