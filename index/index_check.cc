#include "index/index_check.h"

#include <sys/file.h>

#include <string>
#include <utility>

#include "index/article_check.h"
#include "index/error.h"
#include "index/index_file.h"
#include "index/manifest.h"
#include "index/saved_queries.h"
#include "index/segment_check.h"

namespace dateline {
namespace {

// While it is being looked at, a writer may publish and sweep what this manifest names: then what
// has vanished is no damage, and the newer state is checked.
constexpr int kMaxAttempts = 8;

// Keeps the files of a segment from being swept, as an open segment does; a damaged one cannot be
// opened.
class Hold {
 public:
  explicit Hold(const std::filesystem::path& segment) {
    try {
      file_ = open_to_read(segment / "columns");
      (void)::flock(file_.fd(), LOCK_SH | LOCK_NB);
    } catch (const IndexError& error) {
      pass_over_damage(error);  // the check tells it
    }
  }

 private:
  OpenFile file_;
};

// What is in the place of the writers' lock; empty: a file, or nothing.
std::string lock_damage(const std::filesystem::path& directory) {
  try {
    (void)open_if_there(directory / "lock");
    return {};
  } catch (const IndexError& error) {
    pass_over_damage(error);
    return "is not what an index has: nobody can write to it; take it away";
  }
}

CheckReport check_state(const std::filesystem::path& directory, const Manifest& manifest,
                        CheckDepth depth) {
  CheckReport report;
  if (auto what = manifest_damage(directory); !what.empty())
    report.damages.push_back({"", "manifest.json", std::move(what), {}, 0});
  if (auto what = lock_damage(directory); !what.empty())
    report.damages.push_back({"", "lock", std::move(what), {}, 0});
  if (auto what = saved_queries_damage(directory, manifest); !what.empty())
    report.damages.push_back({"", std::string{kQueriesFile}, std::move(what), {}, 0});
  ArticleCheck articles;
  for (const auto& entry : manifest.segments) {
    const Hold hold(segment_path(directory, entry.name));
    ++report.segments;
    report.articles += entry.articles - entry.removed.size();
    SegmentCheck check(directory, entry, report);
    check.run();
    if (depth == CheckDepth::articles && check.is_sound()) articles.run(directory, entry, check);
  }
  return report;
}

}  // namespace

CheckReport check_index(const std::filesystem::path& directory, CheckDepth depth) {
  for (int attempt = 1;; ++attempt) {
    const auto manifest = read_manifest(directory);
    auto report = check_state(directory, manifest, depth);
    if (report.damages.empty() || attempt == kMaxAttempts ||
        read_manifest(directory).generation == manifest.generation) {
      return report;
    }
  }
}

}  // namespace dateline
