#include "indexer/sources/source_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "corpus/article_reader.h"
#include "corpus/input/file_kind.h"
#include "index/folder_listing.h"
#include "index/manifest.h"
#include "language/ascii.h"

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

// Goes through a folder and all below it. What cannot be read becomes a problem.
class Collector {
 public:
  Collector(const fs::path& root, bool follows, SourceFiles& result)
      : root_(root), follows_(follows), result_(result) {}

  void collect(const fs::path& folder) {
    std::error_code error;
    const auto entries = list_folder(folder, error);
    if (error) {
      is_whole_ = false;
      problem(folder, "cannot be read to its end: " + error.message());
      return;
    }
    for (const auto& entry : entries) {
      if (!is_hidden(entry.path)) look_at(entry);
    }
  }

  /// The readable files, sorted.
  [[nodiscard]] std::vector<fs::path> take() {
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }
  /// Whether every folder could be read.
  [[nodiscard]] bool is_whole() const noexcept { return is_whole_; }

 private:
  void problem(const fs::path& path, std::string message) {
    result_.problems.push_back({path.string(), 0, std::move(message)});
  }

  void look_at(const FolderEntry& entry) {
    switch (entry.type) {
      case fs::file_type::regular:
        add(entry.path);
        break;
      case fs::file_type::directory:
        enter(entry.path);
        break;
      case fs::file_type::symlink:
        look_at_link(entry.path);
        break;
      default:
        break;
    }
  }

  void add(const fs::path& path) {
    if (is_readable_name(path)) {
      found_.push_back(path);
    } else {
      result_.others.add(path);
    }
  }

  void enter(const fs::path& folder) {
    if (!holds_index(folder)) collect(folder);
  }

  // What a link within the folder leads to is met by itself if it is a folder. A link that leads
  // nowhere is none of the articles.
  void look_at_link(const fs::path& link) {
    std::error_code error;
    const auto target = fs::canonical(link, error);
    if (error) return;
    const bool is_folder = fs::is_directory(target, error);
    if (!is_folder && !(fs::is_regular_file(target, error) && is_readable_name(link))) return;
    if (is_below(target, root_)) {
      if (!is_folder) add(link);
    } else if (!follows_) {
      problem(link, fmt::format("a link that leads out of {}, to {}; --follow follows such links",
                                root_.string(), target.string()));
    } else if (!is_folder) {
      add(link);
    } else if (!is_below(root_, target) && entered_.insert(target).second) {
      enter(link);
    }
  }

  const fs::path& root_;
  bool follows_;
  SourceFiles& result_;
  std::vector<fs::path> found_;
  std::set<fs::path> entered_;  // through links; each once, so that none leads round
  bool is_whole_ = true;
};

// What is not there has no articles any more.
void add_unreachable(const fs::path& argument, std::error_code error, SourceFiles& result) {
  if (error != std::errc::no_such_file_or_directory) {
    result.problems.push_back({argument.string(), 0, error.message()});
    return;
  }
  const auto absent = fs::weakly_canonical(fs::absolute(argument, error), error);
  if (!error) result.directories.push_back({absent.string(), true});
  result.problems.push_back({argument.string(), 0, "no such file or directory"});
}

}  // namespace

void OtherFiles::add(const fs::path& path) {
  constexpr std::size_t kMaxExtensionBytes = 11;
  ++count;
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), ascii_lower);
  const bool plain = extension.size() <= kMaxExtensionBytes &&
                     std::all_of(extension.begin(), extension.end(), [](char c) {
                       return c == '.' || is_ascii_letter(c) || is_ascii_digit(c);
                     });
  ++kinds[plain ? extension : std::string{}];
  if (paths.size() < kMaxOtherPaths) paths.push_back(path.string());
}

bool leads_out(const fs::path& path, const fs::path& root) {
  std::error_code error;
  if (!fs::is_symlink(path, error)) return false;
  const auto target = fs::canonical(path, error);
  return !error && !is_below(target, root);
}

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

SourceFiles find_source_files(const std::vector<fs::path>& paths,
                              const std::vector<std::string>& roots, bool follows) {
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
      add_unreachable(argument, error, result);
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
    Collector collector(path, follows, result);
    collector.collect(path);
    const auto found = collector.take();
    if (found.empty() && collector.is_whole()) {
      result.problems.push_back(
          {argument.string(), 0,
           fmt::format("no articles in it: {} are read, also with .gz behind them",
                       known_extensions())});
    }
    // Where not all was seen, nothing counts as gone.
    if (collector.is_whole()) result.directories.push_back({path.string(), found.empty()});
    for (const auto& file : found) add(file, path);
  }
  return result;
}

}  // namespace dateline
