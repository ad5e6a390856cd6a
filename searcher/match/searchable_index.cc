#include "searcher/match/searchable_index.h"

#include <xapian.h>

#include <utility>

#include "index/xapian_failure.h"

namespace dateline {

SearchableIndex::SearchableIndex(Snapshot opened)
    : snapshot(std::move(opened)),
      analyzer(snapshot.manifest().language),
      stop_words(snapshot.manifest().language),
      lists(open_lists(snapshot)) {
  check_analyzer(snapshot.directory(), snapshot.manifest(), analyzer);
}

void throw_as_index_error(const std::filesystem::path& directory) {
  try {
    throw;
  } catch (const Xapian::Error& error) {
    throw index_error(directory, error);
  }
}

}  // namespace dateline
