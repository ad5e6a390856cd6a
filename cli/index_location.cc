#include "cli/index_location.h"

#include <cstdlib>

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value =
      std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing sets the environment
  return value == nullptr ? std::string{} : std::string{value};
}

fs::path data_directory() {
  fs::path xdg = environment("XDG_DATA_HOME");
  if (xdg.is_absolute()) return xdg;  // the specification ignores relative ones
  const auto home = environment("HOME");
  return home.empty() ? fs::path{"/var/lib"} : fs::path{home} / ".local" / "share";
}

}  // namespace

fs::path index_location(const std::string& option) {
  if (!option.empty()) return fs::absolute(option);
  if (const auto named = environment("DATELINE_INDEX"); !named.empty()) return fs::absolute(named);
  std::error_code ignored;
  for (fs::path folder = fs::current_path(ignored);; folder = folder.parent_path()) {
    if (fs::is_directory(folder / ".dateline", ignored)) return folder / ".dateline";
    if (folder == folder.parent_path()) break;
  }
  return data_directory() / "dateline";
}

void add_index_option(CLI::App& command, std::string& index) {
  command.add_option(
      "--index", index,
      "The index's folder (else $DATELINE_INDEX, the nearest .dateline, or the XDG data folder)");
}

}  // namespace dateline
