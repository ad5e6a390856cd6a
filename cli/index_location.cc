#include "cli/index_location.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/environment.h"
#include "cli/usage_error.h"
#include "index/error.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_foreign(const fs::path& index, const fs::path& whose, uid_t owner) {
  throw IndexError(IndexFault::missing, index,
                   fmt::format("index {}: {} belongs to another user ({}), who may have put "
                               "anything into it; give --index {} if it is meant",
                               index.string(), whose.string(), owner, index.string()));
}

// An index that is only met on the way may be a stranger's, in a checkout or a shared folder. It is
// taken when it is the user's own, as git takes a repository; the superuser's trust is not wider.
fs::path trusted(fs::path index) {
  struct stat info{};
  const auto user = ::geteuid();
  if (::lstat(index.c_str(), &info) == 0 && info.st_uid != user)
    refuse_foreign(index, index, info.st_uid);
  if (::stat(index.c_str(), &info) == 0 && info.st_uid != user)  // a link of one's own elsewhere
    refuse_foreign(index, "its folder", info.st_uid);
  return index;
}

// Whether others than the owner may do something there.
bool is_shared(const fs::path& directory) {
  constexpr mode_t kOthers = 0077;
  struct stat info{};
  return ::stat(directory.c_str(), &info) == 0 && (info.st_mode & kOthers) != 0;
}

}  // namespace

fs::path data_folder() {
  fs::path xdg = environment("XDG_DATA_HOME");
  if (xdg.is_absolute()) return xdg;  // the specification ignores relative ones
  const auto home = environment("HOME");
  return home.empty() ? fs::path{"/var/lib"} : fs::path{home} / ".local" / "share";
}

fs::path index_location(const std::string& option) {
  if (!option.empty()) return fs::absolute(option);
  if (const auto named = environment("DATELINE_INDEX"); !named.empty()) return fs::absolute(named);
  if (!environment("DATELINE_CLUSTER").empty()) {
    throw UsageError(
        "$DATELINE_CLUSTER names a cluster, and this works on an index on this machine alone: give "
        "--index DIR");
  }
  std::error_code ignored;
  for (fs::path folder = fs::current_path(ignored);; folder = folder.parent_path()) {
    if (fs::is_directory(folder / ".dateline", ignored)) return trusted(folder / ".dateline");
    if (folder == folder.parent_path()) break;
  }
  return data_folder() / "dateline";
}

fs::path index_to_write(const std::string& option, bool shares_new) {
  constexpr mode_t kPrivate = 0077;
  auto index = index_location(option);
  std::error_code unknown;
  const auto segments = index / "segments";  // always made by us, unlike the folder around it
  const bool is_there = fs::exists(segments, unknown);
  if (is_there ? !is_shared(segments) : !shares_new) ::umask(::umask(kPrivate) | kPrivate);
  return index;
}

void add_index_option(CLI::App& command, std::string& index) {
  command
      .add_option("--index", index,
                  "The index's folder (else $DATELINE_INDEX, the nearest .dateline of your own, "
                  "or the XDG data folder)")
      ->type_name("DIR");
}

}  // namespace dateline
