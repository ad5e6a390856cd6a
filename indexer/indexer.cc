#include "indexer/indexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "index/manifest.h"
#include "index/snapshot.h"
#include "indexer/annotate/extractor.h"
#include "indexer/annotate/pipeline.h"
#include "indexer/batch.h"
#include "indexer/file_intake.h"
#include "indexer/reannotation.h"
#include "indexer/vanished.h"

namespace dateline {
namespace {

// Runs one batch: finds the files, reads what is new, finds what has vanished, renews what is
// stale. What is to be annotated goes through the pipeline, and from there into the batch.
class Run {
 public:
  Run(const IndexOptions& options, const std::function<void(const IndexProgress&)>& progress,
      const std::stop_token& stop)
      : options_(options),
        on_progress_(progress),
        stop_(stop),
        batch_(options.index, options.language, options.wait),
        extractor_(options.names ? *options.names : names_of(batch_.manifest())),
        pipeline_({options.threads, batch_.manifest().language, stop}, extractor_,
                  [this](AnnotatedTask&& annotated) { return write(annotated); }),
        intake_(options, batch_, extractor_.dates(),
                {[this](AnnotationTask&& task) { pipeline_.submit(std::move(task)); },
                 [this] { show_progress(); }, report_, progress_},
                stop) {
    batch_.note_extractor(extractor_.version(), to_text(extractor_.overrides()));
  }

  IndexReport run() {
    const auto begin = std::chrono::steady_clock::now();
    auto roots = batch_.manifest().roots;
    for (const auto& root : options_.roots) roots.push_back(root.string());
    auto sources = find_source_files(options_.paths, roots, options_.follow);
    for (auto& problem : sources.problems) intake_.note(std::move(problem));
    report_.others = std::move(sources.others);
    progress_.files = sources.files.size();
    progress_.bytes = sources.bytes;
    if (options_.stream)
      sources.files.push_back({*options_.stream, options_.stream->parent_path(), true});
    // Of one feed the last word counts: it is read first, so that nothing is written in vain.
    if (!options_.feed.empty()) {
      std::reverse(sources.files.begin(), sources.files.end());
      join_feed(sources.files);
    }
    for (std::size_t i = 0; i < sources.files.size() && !stop_.stop_requested(); ++i) {
      intake_.look_ahead(sources.files, i);
      intake_.look_at(sources.files[i]);
    }
    intake_.settle_put_off();
    if (!stop_.stop_requested()) look_for_vanished(sources);
    if (options_.reannotate) renew();
    pipeline_.drain();
    if (pipeline_.has_dropped()) intake_.uncount_unwritten();
    publish();
    if (!stop_.stop_requested()) batch_.merge(stop_);
    batch_.finish();
    report_.interrupted =
        pipeline_.has_dropped() ||
        (stop_.stop_requested() && (report_.files < sources.files.size() || left_stale_));
    // Only now: when they come depends on the workers.
    for (auto& problem : limits_met_) intake_.note(std::move(problem));
    const Snapshot now(options_.index);
    report_.stale = stale_articles(now, extractor_.version()).size();
    report_.articles_total = now.live_count(DocumentKind::article);
    report_.events_total = now.live_count(DocumentKind::event);
    report_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return std::move(report_);
  }

 private:
  static NameOverrides names_of(const Manifest& manifest) {
    return parse_name_overrides(manifest.names, "the names in the index");
  }

  void join_feed(const std::vector<SourceFile>& files) {
    std::unordered_set<std::string> paths;
    for (const auto& file : files) {
      if (!file.is_stream) paths.insert(file.path.string());
    }
    batch_.identities().join(std::move(paths), options_.feed);
  }

  void look_for_vanished(const SourceFiles& sources) {
    pipeline_.drain();
    auto& records = *batch_.records();
    intake_.hand_over();
    auto found = find_vanished(records, batch_.identities(), sources, options_.gone);
    for (const auto& copy : found.copies) records.drop(copy.path, copy.id);
    take_over(found.articles);
    pipeline_.drain();
    intake_.hand_over();
    std::uint64_t doubtful = 0;
    for (const auto& article : found.articles) {
      if (batch_.seen(article.id)) continue;
      ++report_.vanished;
      if (report_.vanished_ids.size() < kShownIds) report_.vanished_ids.push_back(article.id);
      if (options_.prune_all || (options_.prune && !article.is_doubtful)) {
        if (batch_.remove(article.id)) ++report_.pruned;
      } else if (options_.prune) {
        ++doubtful;
      }
    }
    if (found.untold > 0) note_untold(found);
    if (!records.are_kept()) intake_.note({options_.index.string(), 0, kNotKept, true});
    if (doubtful > 0)
      intake_.note({options_.index.string(), 0, fmt::format(kDoubtful, doubtful), true});
  }

  void note_untold(const Vanished& found) {
    auto message = fmt::format(kUntold, found.first_untold.error.message());
    if (found.untold > 1) message += fmt::format("; so it is with {} more", found.untold - 1);
    intake_.note({found.first_untold.path, 0, std::move(message), true});
  }

  // Reads other files, outside the paths of this batch, that have what vanished.
  void take_over(const std::vector<VanishedArticle>& articles) {
    for (const auto& article : articles) {
      if (article.is_doubtful) continue;
      for (const auto& path : batch_.records()->other_paths(article.id)) {
        if (!batch_.seen(article.id)) intake_.read_again(path);
      }
    }
  }

  void renew() {
    pipeline_.drain();  // what this batch replaces must not be renewed as well
    const auto stale = batch_.stale();
    progress_.to_renew = stale.size();
    for (const auto& where : stale) {
      if (stop_.stop_requested()) {
        left_stale_ = true;
        return;
      }
      ++progress_.renewed;
      intake_.count_submitted(report_.renewed);
      pipeline_.submit({batch_.stored(where), {}, where, batch_.stored_meta(where)});
    }
  }

  // @return false when a stop was requested in the middle of a large article.
  bool write(const AnnotatedTask& annotated) {
    const auto& [article, replaces] = annotated;
    const bool is_large = article.text.size() >= kLargeBytes;
    if (is_large) {
      publish();
      if (!batch_.add_alone(article, replaces, stop_)) return false;
    } else {
      batch_.add(article, replaces);
    }
    intake_.note_written();
    for (const auto& limit : article.limits_met)
      limits_met_.push_back({article.meta.path, 0, limit_problem(article.meta.id, limit), false});
    report_.events += article.events.size();
    report_.text_bytes += article.text.size();
    ++progress_.written;
    if (is_large || batch_.pending_bytes() >= options_.publish_bytes) {
      publish();
      batch_.merge_added(stop_);
    }
    show_progress();
    return true;
  }

  void publish() {
    intake_.hand_over();
    batch_.publish();
    progress_.safe = progress_.written;
    show_progress();
  }

  void show_progress() {
    if (on_progress_) on_progress_(progress_);
  }

  // An article of so many bytes takes some tenths of a second to write: it is written so that a
  // stop need not wait for it.
  static constexpr std::size_t kLargeBytes = std::size_t{16} << 20;
  static constexpr std::size_t kShownIds = 5;
  static constexpr const char* kNotKept =
      "its folder 'sources' cannot be written to: what has vanished cannot be told; free some "
      "space, "
      "and run the same command again";
  static constexpr const char* kUntold =
      "the system does not say whether it is still there ({}): its articles stay";
  static constexpr const char* kDoubtful =
      "{} articles stay: their folders are absent or have nothing to read (is a disk not "
      "mounted?); "
      "--prune-all takes them out as well";

  const IndexOptions& options_;
  const std::function<void(const IndexProgress&)>& on_progress_;
  const std::stop_token& stop_;
  Batch batch_;
  Extractor extractor_;
  IndexReport report_;
  IndexProgress progress_;
  AnnotationPipeline pipeline_;
  FileIntake intake_;
  std::vector<Problem> limits_met_;
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
