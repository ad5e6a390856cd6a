#include "index/folder_listing.h"

#include <dirent.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string_view>

#include "index/error.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

struct CloseFolder {
  void operator()(DIR* folder) const noexcept { ::closedir(folder); }
};

std::error_code last_error() noexcept { return {errno, std::generic_category()}; }

// Some file systems do not say in the listing what something is.
fs::file_type type_of(const dirent& entry, const fs::path& path) {
  switch (entry.d_type) {
    case DT_REG:
      return fs::file_type::regular;
    case DT_DIR:
      return fs::file_type::directory;
    case DT_LNK:
      return fs::file_type::symlink;
    case DT_UNKNOWN: {
      std::error_code unknown;
      return fs::symlink_status(path, unknown).type();
    }
    default:
      return fs::file_type::unknown;
  }
}

[[noreturn]] void fail_listing(const fs::path& folder, const std::error_code& error) {
  throw IndexError(
      IndexFault::io, folder,
      fmt::format("{}: cannot be read to its end ({})", folder.string(), error.message()));
}

}  // namespace

std::vector<FolderEntry> list_folder(const fs::path& folder, std::error_code& error) {
  error.clear();
  const std::unique_ptr<DIR, CloseFolder> open(::opendir(folder.c_str()));
  if (!open) {
    error = last_error();
    return {};
  }
  std::vector<FolderEntry> entries;
  for (;;) {
    errno = 0;  // the only sign by which an end differs from an error
    const dirent* entry = ::readdir(open.get());  // NOLINT(concurrency-mt-unsafe): its own stream
    if (entry == nullptr) break;
    const std::string_view name(&entry->d_name[0]);
    if (name == "." || name == "..") continue;
    auto path = folder / name;
    const auto type = type_of(*entry, path);
    entries.push_back({std::move(path), type});
  }
  if (errno != 0) {
    error = last_error();
    return {};
  }
  std::sort(entries.begin(), entries.end(),
            [](const FolderEntry& one, const FolderEntry& other) { return one.path < other.path; });
  return entries;
}

std::vector<FolderEntry> list_folder(const fs::path& folder) {
  std::error_code error;
  auto entries = list_folder(folder, error);
  if (error) fail_listing(folder, error);
  return entries;
}

std::vector<FolderEntry> list_folder_if_there(const fs::path& folder) {
  std::error_code error;
  auto entries = list_folder(folder, error);
  if (error && error != std::errc::no_such_file_or_directory) fail_listing(folder, error);
  return entries;
}

std::vector<FolderEntry> list_tree(const fs::path& folder) {
  std::vector<FolderEntry> all;
  for (auto& entry : list_folder(folder)) {
    const bool is_folder = entry.type == fs::file_type::directory;
    all.push_back(std::move(entry));
    if (!is_folder) continue;
    auto below = list_tree(fs::path(all.back().path));
    all.insert(all.end(), std::make_move_iterator(below.begin()),
               std::make_move_iterator(below.end()));
  }
  return all;
}

}  // namespace dateline
