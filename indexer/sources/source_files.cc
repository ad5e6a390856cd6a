#include "indexer/sources/source_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "corpus/article_reader.h"
#include "corpus/input/file_kind.h"
#include "index/manifest.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

bool is_below(const fs::path& path, const fs::path& root) {
  const auto mismatch = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
  return mismatch.first == root.end() ||
         (mismatch.first->empty() && std::next(mismatch.first) == root.end());
}

// The longest known root above `path`, else `fallback`.
fs::path root_of(const fs::path& path, const std::vector<std::string>& roots,
                 const fs::path& fallback) {
  fs::path best;
  for (const auto& root : roots) {
    if (is_below(path, root) && root.size() > best.native().size()) best = root;
  }
  return best.empty() ? fallback : best;
}

std::string other_kind(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (error) return error.message();
  const auto* kind = fs::is_fifo(status)     ? "a FIFO"
                     : fs::is_socket(status) ? "a socket"
                                             : "a device";
  return fmt::format("{}, and no regular file; for what a program writes, give '-' and pipe it in",
                     kind);
}

// All readable files below a directory, sorted. What cannot be entered becomes a problem.
void collect(const fs::path& directory, SourceFiles& result, std::vector<fs::path>& found) {
  std::error_code error;
  fs::recursive_directory_iterator it(directory, error);
  if (error) {
    result.problems.push_back({directory.string(), 0, "cannot be read: " + error.message()});
    return;
  }
  for (const fs::recursive_directory_iterator end; it != end; it.increment(error)) {
    if (error) {
      result.problems.push_back(
          {directory.string(), 0, "cannot be read to its end: " + error.message()});
      return;
    }
    std::error_code ignored;
    if (is_hidden(it->path())) {
      if (it->is_directory(ignored)) it.disable_recursion_pending();
    } else if (it->is_regular_file(ignored)) {
      if (is_readable_name(it->path())) {
        found.push_back(it->path());
      } else {
        ++result.other_files;
      }
    } else if (it->is_directory(ignored)) {
      if (holds_index(it->path())) {
        it.disable_recursion_pending();
        continue;
      }
      // A folder that may not be entered ends the iteration with its parent's error otherwise.
      const fs::directory_iterator probe(it->path(), ignored);
      if (ignored) {
        result.problems.push_back({it->path().string(), 0, "cannot be read: " + ignored.message()});
        it.disable_recursion_pending();
      }
    }
  }
  std::sort(found.begin(), found.end());
}

}  // namespace

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

SourceFiles find_source_files(const std::vector<fs::path>& paths,
                              const std::vector<std::string>& roots) {
  SourceFiles result;
  std::set<fs::path> seen;
  const auto add = [&](const fs::path& path, const fs::path& fallback_root) {
    if (!seen.insert(path).second) return;
    std::error_code ignored;
    const auto size = fs::file_size(path, ignored);
    if (!ignored) result.bytes += size;
    result.files.push_back({path, root_of(path, roots, fallback_root)});
  };
  for (const auto& argument : paths) {
    std::error_code error;
    const auto path = fs::canonical(argument, error);
    if (error) {
      if (error == std::errc::no_such_file_or_directory) {
        const auto absent = fs::weakly_canonical(fs::absolute(argument, error), error);
        if (!error) result.directories.push_back({absent.string(), true});
        error = std::make_error_code(std::errc::no_such_file_or_directory);
      }
      result.problems.push_back({argument.string(), 0,
                                 error == std::errc::no_such_file_or_directory
                                     ? "no such file or directory"
                                     : error.message()});
      continue;
    }
    if (!fs::is_directory(path, error)) {
      if (fs::is_regular_file(path, error)) {
        add(path, path.parent_path());
      } else {
        result.problems.push_back({argument.string(), 0, other_kind(path)});
      }
      continue;
    }
    if (holds_index(path)) {
      result.problems.push_back({argument.string(), 0, "an index, and no articles"});
      continue;
    }
    std::vector<fs::path> found;
    collect(path, result, found);
    if (found.empty()) {
      result.problems.push_back(
          {argument.string(), 0,
           fmt::format("no articles in it: {} are read, also with .gz behind them",
                       known_extensions())});
    }
    result.directories.push_back({path.string(), found.empty()});
    for (const auto& file : found) add(file, path);
  }
  return result;
}

}  // namespace dateline
