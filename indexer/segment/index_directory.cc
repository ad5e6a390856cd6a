#include "indexer/segment/index_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "index/error.h"
#include "index/folder_listing.h"
#include "index/index_file.h"
#include "language/words/analyzer.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// Whether a directory holds nothing but what a writer makes before it has published for the first
// time.
bool is_begun_index(const fs::path& directory) {
  const auto entries = list_folder(directory);
  const auto holds = [&](std::string_view name) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const FolderEntry& entry) { return entry.path.filename() == name; });
  };
  const auto is_own = [&](const FolderEntry& entry) {
    const auto name = entry.path.filename();
    return name == "lock" || name == "segments" || name == "manifest.json.new" ||
           (name == "sources" && holds("lock"));
  };
  return std::all_of(entries.begin(), entries.end(), is_own);
}

}  // namespace

void make_index_directory(const fs::path& directory) {
  std::error_code error;
  // A directory that holds something else must not be taken for an index by mistake.
  if (fs::is_directory(directory, error) && !is_there(manifest_path(directory)) &&
      !is_begun_index(directory)) {
    throw IndexError(
        IndexFault::missing, directory,
        fmt::format("{} is not empty and no Dateline index: name another directory with --index",
                    directory.string()));
  }
  fs::create_directories(directory, error);
  if (error) {
    throw IndexError(IndexFault::io, directory,
                     fmt::format("{}: cannot be made ({})", directory.string(), error.message()));
  }
}

Manifest manifest_for(const fs::path& directory, const std::string& language, bool& is_new) {
  is_new = !is_there(manifest_path(directory));
  Manifest manifest;
  if (!is_new) manifest = read_manifest(directory);
  if (manifest.id.empty()) manifest.id = new_index_id();
  if (!is_new) return manifest;
  manifest.language = language;
  manifest.analyzer = Analyzer(language).fingerprint();
  return manifest;
}

}  // namespace dateline
