#include "searcher/match/searchable_index.h"

#include <fmt/format.h>
#include <xapian.h>

#include <utility>

#include "index/error.h"

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
    throw IndexError(IndexFault::missing, directory,
                     fmt::format("index {}: cannot be read ({}); it is damaged, build it again",
                                 directory.string(), error.get_msg()));
  }
}

}  // namespace dateline
