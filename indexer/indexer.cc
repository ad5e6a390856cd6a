#include "indexer/indexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "index/manifest.h"
#include "index/snapshot.h"
#include "indexer/annotator.h"
#include "indexer/batch.h"
#include "indexer/extractor.h"
#include "indexer/plain_id.h"
#include "indexer/reannotation.h"
#include "indexer/worker_pool.h"

namespace dateline {
namespace {

// An article on its way through the workers, and what it replaces. One that is renewed keeps its
// description.
struct Task {
  Article article;
  std::string source;
  std::optional<Location> replaces;
  std::optional<ArticleMeta> kept;
};

struct Finished {
  IndexedArticle article;
  std::optional<Location> replaces;
};

Finished annotate(Annotator& annotator, Task&& task) {
  Finished finished{annotator.annotate(std::move(task.article)), task.replaces};
  if (task.kept) {
    finished.article.meta = std::move(*task.kept);
  } else {
    finished.article.meta.source = std::move(task.source);
  }
  return finished;
}

// Runs one batch: reads on the calling thread, annotates on others, writes on the calling thread
// again.
class Run {
 public:
  Run(const IndexOptions& options, const std::function<void(const IndexProgress&)>& progress,
      const std::stop_token& stop)
      : options_(options),
        report_progress_(progress),
        stop_(stop),
        batch_(options.index, options.language),
        extractor_(options.names ? *options.names : names_of(batch_.manifest())),
        pool_(
            thread_count(options),
            [this] { return Annotator(batch_.manifest().language, extractor_); }, annotate) {
    batch_.note_extractor(extractor_.version(), to_text(extractor_.overrides()));
  }

  IndexReport run() {
    const auto begin = std::chrono::steady_clock::now();
    auto sources = find_source_files(options_.paths, batch_.manifest().roots);
    for (auto& problem : sources.problems) note(std::move(problem));
    report_.other_files = sources.other_files;
    progress_.files = sources.files.size();
    progress_.bytes = sources.bytes;
    for (const auto& file : sources.files) {
      if (stop_.stop_requested()) break;
      read(file);
    }
    if (options_.reannotate) renew();
    drain(0);
    batch_.publish();
    if (!stop_.stop_requested()) batch_.merge();
    batch_.finish();
    report_.interrupted =
        stop_.stop_requested() && (report_.files < sources.files.size() || left_stale_);
    const Snapshot now(options_.index);
    report_.stale = stale_articles(now, extractor_.version()).size();
    report_.articles_total = now.live_count(DatabaseKind::articles);
    report_.events_total = now.live_count(DatabaseKind::events);
    report_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return std::move(report_);
  }

 private:
  static NameOverrides names_of(const Manifest& manifest) {
    return parse_name_overrides(manifest.names, "the names in the index");
  }

  static unsigned thread_count(const IndexOptions& options) {
    return options.threads > 0 ? options.threads
                               : std::max(1U, std::thread::hardware_concurrency());
  }

  // Thrown through the reader to leave a file of many articles in the middle.
  struct Stopped {};

  void read(const SourceFile& file) {
    const ReadSink sink{
        [&](Article&& article) { take(std::move(article), file); },
        [&](std::size_t line, std::string message, bool skipped) {
          note({file.path.string(), line, std::move(message), skipped});
        },
    };
    ordinal_in_file_ = 0;
    try {
      read_articles(file.path, options_.reading, extractor_.dates(), sink);
    } catch (const CorpusError& error) {
      note({file.path.string(), error.line(), error.what(), true});
    } catch (const Stopped&) {
      return;
    }
    ++report_.files;
    ++progress_.files_done;
    std::error_code ignored;
    const auto size = std::filesystem::file_size(file.path, ignored);
    if (!ignored) progress_.bytes_done += size;
    tell();
  }

  void renew() {
    drain(0);  // what this batch replaces must not be renewed as well
    const auto stale = batch_.stale();
    progress_.to_renew = stale.size();
    for (const auto& where : stale) {
      if (stop_.stop_requested()) {
        left_stale_ = true;
        return;
      }
      ++report_.renewed;
      ++progress_.renewed;
      pool_.submit({batch_.stored(where), {}, where, batch_.stored_meta(where)});
      drain(pool_.thread_count() * kTasksPerThread);
    }
  }

  // The id of an article whose file names none is its path below the root, and its number where the file holds several.
  [[nodiscard]] std::string wanted_id(const SourceFile& file) const {
    auto id = plain_id(file.path.lexically_relative(file.root).generic_string());
    if (ordinal_in_file_ > 1) id += fmt::format(":{}", ordinal_in_file_);
    return id;
  }

  void take(Article&& article, const SourceFile& file) {
    if (stop_.stop_requested()) throw Stopped{};
    ++ordinal_in_file_;
    ++progress_.articles;
    article.source_path = file.path.string();
    auto source = source_key(article.source_path, ordinal_in_file_);
    const auto hash = content_hash(article);
    if (article.id.empty()) article.id = batch_.id_for(source, hash, wanted_id(file), file.root);
    if (!is_plain_id(article.id)) {
      problem(file,
              fmt::format(
                  "the id '{}' cannot be used: at most {} bytes, no '#' and no control characters",
                  plain_id(article.id.substr(0, kShownIdBytes)), kMaxIdBytes));
      return;
    }
    if (batch_.seen(article.id)) {
      problem(file, fmt::format("the id '{}' came before in this batch; the first article keeps it",
                                article.id));
      return;
    }
    const auto decision = batch_.decide(article.id, hash, source);
    count(decision.novelty);
    if (decision.novelty == Novelty::unchanged) return;
    batch_.note_root(file.root.string());
    pool_.submit({std::move(article), std::move(source), decision.replaces, std::nullopt});
    drain(pool_.thread_count() * kTasksPerThread);
  }

  void count(Novelty novelty) {
    switch (novelty) {
      case Novelty::added:
        ++report_.added;
        break;
      case Novelty::replaced:
        ++report_.replaced;
        break;
      case Novelty::moved:
        ++report_.moved;
        break;
      case Novelty::unchanged:
        ++report_.unchanged;
        break;
    }
  }

  void problem(const SourceFile& file, std::string message) {
    note({file.path.string(), ordinal_in_file_, std::move(message), true});
  }

  void note(Problem&& problem) {
    if (problem.skipped) ++progress_.skipped;
    report_.problems.push_back(std::move(problem));
  }

  // Writes finished articles until at most `pending` are on their way.
  void drain(std::size_t pending) {
    while (pool_.pending() > pending) {
      const auto [article, replaces] = pool_.take();
      batch_.add(article, replaces);
      report_.events += article.events.size();
      report_.text_bytes += article.text.size();
      if (batch_.pending_bytes() >= options_.publish_bytes) batch_.publish();
      tell();
    }
  }

  void tell() {
    if (!report_progress_) return;
    report_progress_(progress_);
  }

  static constexpr std::size_t kTasksPerThread = 16;
  static constexpr std::size_t kShownIdBytes = 60;

  const IndexOptions& options_;
  const std::function<void(const IndexProgress&)>& report_progress_;
  const std::stop_token& stop_;
  Batch batch_;
  Extractor extractor_;
  WorkerPool<Task, Finished, Annotator> pool_;
  IndexReport report_;
  IndexProgress progress_;
  std::size_t ordinal_in_file_ = 0;
  bool left_stale_ = false;
};

}  // namespace

std::size_t IndexReport::skipped() const noexcept {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(), [](const Problem& p) { return p.skipped; }));
}

IndexReport index_files(const IndexOptions& options,
                        const std::function<void(const IndexProgress&)>& progress,
                        const std::stop_token& stop) {
  return Run(options, progress, stop).run();
}

}  // namespace dateline
