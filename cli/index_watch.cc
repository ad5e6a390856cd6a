#include "cli/index_watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>

#include "cli/exit_code.h"
#include "cli/failure_advice.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "index/error.h"
#include "indexer/sources/directory_watch.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr auto kRest = std::chrono::milliseconds{1000};
constexpr auto kLockWait = std::chrono::hours{24 * 365};

std::vector<fs::path> directories_of(const std::vector<fs::path>& paths) {
  std::vector<fs::path> directories;
  for (const auto& path : paths) {
    std::error_code error;
    const auto whole = fs::canonical(path, error);
    if (error || !fs::is_directory(whole, error))
      throw UsageError(fmt::format("--watch: {} is no directory", path.string()));
    directories.push_back(whole);
  }
  return directories;
}

constexpr const char* kEnding =
    "watching ends; the same command goes on from what was published last";

// One batch. Waiting for another writer ends with a stop as well, and is no error then.
void run_batch(const IndexOptions& options, const std::stop_token& stop,
               const std::function<void(const IndexReport&)>& done) {
  try {
    with_advice(
        options.index, [] { return kEnding; }, [&] { done(index_files(options, {}, stop)); });
  } catch (const IndexError& error) {
    if (error.fault() != IndexFault::locked || !stop.stop_requested()) throw;
  }
}

void forget_lost(std::vector<fs::path>& roots, const std::vector<fs::path>& lost) {
  for (const auto& root : lost) {
    complain(fmt::format("{} is there no more and is watched no longer", root.string()));
    std::erase(roots, root);
  }
}

}  // namespace

int watch_and_index(IndexOptions options, const std::stop_token& stop,
                    const std::function<void(const IndexReport&)>& done) {
  options.roots = directories_of(options.paths);
  options.wait.at_most = kLockWait;
  options.wait.on_wait = [](const std::string& holder) {
    complain(fmt::format("the index is being written by {}; waiting until that is done", holder));
  };
  // Watching begins before the first batch, so that nothing is missed in between.
  DirectoryWatch watch(options.roots, options.follow);
  options.paths = options.roots;
  run_batch(options, stop, done);
  options.reread = false;
  options.prune = options.prune || options.prune_all;
  options.prune_all = false;
  while (!stop.stop_requested() && !options.roots.empty()) {
    auto changes = watch.wait(kRest, stop);
    forget_lost(options.roots, changes.lost);
    if (stop.stop_requested() || options.roots.empty()) break;
    options.paths = changes.overflowed ? options.roots : std::move(changes.written);
    options.gone = std::move(changes.gone);
    run_batch(options, stop, done);
  }
  return options.roots.empty() && !stop.stop_requested() ? kIoError : kDone;
}

}  // namespace dateline
