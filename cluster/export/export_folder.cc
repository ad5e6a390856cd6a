#include "cluster/export/export_folder.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "index/error.h"
#include "index/file_writer.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, std::string_view what, const std::string& reason) {
  throw IndexError(IndexFault::io, path,
                   fmt::format("{}: cannot be {} ({})", path.string(), what, reason));
}

// "archive/" is the folder "archive".
fs::path without_slash(const fs::path& path) {
  return path.has_filename() ? path : path.parent_path();
}

void remove_whole(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) fail(path, "removed", error.message());
}

// Puts `from` where `to` is, and what was there where `from` was.
void put_into_place(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(to, error))) {
    if (std::rename(from.c_str(), to.c_str()) == 0) return;
    fail(to, "made", std::strerror(errno));
  }
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_EXCHANGE) == 0) return;
  if (errno != EINVAL && errno != ENOSYS) fail(to, "replaced", std::strerror(errno));
  remove_whole(to);  // a file system that cannot exchange two folders
  if (std::rename(from.c_str(), to.c_str()) != 0) fail(to, "replaced", std::strerror(errno));
}

}  // namespace

fs::path place_in_progress(const fs::path& place) {
  return place.parent_path() / fmt::format(".{}.dateline-new", place.filename().string());
}

void sync_parent(const fs::path& place) {
  const auto parent = place.parent_path();
  sync_directory(parent.empty() ? fs::path{"."} : parent);
}

bool can_be_replaced(const fs::path& path) {
  const auto place = without_slash(path);
  std::error_code error;
  const auto status = fs::symlink_status(place, error);
  if (status.type() == fs::file_type::not_found) return true;
  if (error) fail(place, "looked at", error.message());
  if (!fs::is_directory(status)) return false;
  const auto note = fs::symlink_status(place / kExportNote, error);
  if (fs::is_regular_file(note)) return true;
  const bool is_empty = fs::is_empty(place, error);
  if (error) fail(place, "read", error.message());
  return is_empty;
}

ExportFolder::ExportFolder(const fs::path& place)
    : place_(without_slash(place)), beside_(place_in_progress(place_)) {
  remove_whole(beside_);
  std::error_code error;
  if (!fs::create_directory(beside_, error)) {
    fail(place_, "made", error ? error.message() : "its neighbour came meanwhile");
  }
}

ExportFolder::~ExportFolder() {
  std::error_code ignored;
  if (!is_done_) fs::remove_all(beside_, ignored);
}

void ExportFolder::write(std::string_view name, std::string_view bytes) const {
  FileWriter file(beside_ / name);
  file.write(bytes);
  file.finish();
}

void ExportFolder::finish(std::string_view note) {
  write(kExportNote, note);
  sync_tree(beside_);
  put_into_place(beside_, place_);
  is_done_ = true;
  sync_parent(place_);
  remove_whole(beside_);  // what was there before
}

}  // namespace dateline
