// Articles that the index has and their files have no more.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "index/source_records.h"
#include "indexer/identities.h"
#include "indexer/sources/source_files.h"

namespace dateline {

/// An article in force that is no longer where it came from.
struct VanishedArticle {
  std::string id;
  std::string path;
  bool is_doubtful = false;  ///< the whole directory has nothing in it, or is absent
};

/// A file of which the system does not say whether it is there, and why not.
struct UntoldFile {
  std::string path;
  std::error_code error;
};

/// What is missing below the paths of a batch.
struct Vanished {
  std::vector<VanishedArticle> articles;  ///< in the order of paths
  std::vector<VanishedArticle> copies;    ///< duplicates whose file is gone, of articles that stay
  std::uint64_t untold = 0;               ///< files of which the system does not say
  UntoldFile first_untold;                ///< the first of them, if there are any
};

/// Compares the records of the directories and files that a batch went through with what it found
/// there. Only what is surely gone counts: not what lies in a folder that cannot be entered, nor
/// the records of a file of which something was skipped. `gone`: paths that are known to have been
/// removed, never doubtful. Call it when the batch has seen all its files.
[[nodiscard]] Vanished find_vanished(const SourceRecords& records, const Identities& identities,
                                     const SourceFiles& sources,
                                     const std::vector<std::filesystem::path>& gone);

}  // namespace dateline
