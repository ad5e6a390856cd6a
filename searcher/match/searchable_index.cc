#include "searcher/match/searchable_index.h"

#include <utility>

namespace dateline {

SearchableIndex::SearchableIndex(Snapshot opened)
    : snapshot(std::move(opened)),
      analyzer(snapshot.manifest().language),
      stop_words(snapshot.manifest().language),
      lists(open_lists(snapshot)) {
  check_analyzer(snapshot.directory(), snapshot.manifest(), analyzer);
}

}  // namespace dateline
