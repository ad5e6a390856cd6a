#include "indexer/rebuild.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "index/recorded_articles.h"
#include "index/snapshot.h"
#include "indexer/annotate/extractor.h"
#include "indexer/annotate/pipeline.h"
#include "indexer/batch.h"
#include "indexer/reannotation.h"
#include "indexer/sources/plain_id.h"
#include "indexer/sources/source_reader.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// What the index has recorded, by id and by source.
class Records {
 public:
  Records(const fs::path& directory, const Batch& batch)
      : recorded_(read_recorded_articles(directory, batch.replaced_segments(),
                                         batch.replaces_own_schema())) {
    for (std::size_t i = 0; i < recorded_.articles.size(); ++i) {
      by_id_.emplace(recorded_.articles[i].id, i);
      by_source_.emplace(recorded_.articles[i].source, i);
    }
  }

  [[nodiscard]] const RecordedArticles& all() const noexcept { return recorded_; }
  [[nodiscard]] const RecordedArticle* with_id(const std::string& id) const {
    return find(by_id_, id);
  }
  [[nodiscard]] const RecordedArticle* from(const std::string& source) const {
    return find(by_source_, source);
  }

 private:
  using Index = std::unordered_map<std::string, std::size_t>;
  [[nodiscard]] const RecordedArticle* find(const Index& index, const std::string& key) const {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &recorded_.articles[found->second];
  }

  RecordedArticles recorded_;
  Index by_id_;
  Index by_source_;
};

class Rebuild {
 public:
  Rebuild(const RebuildOptions& options, const std::function<void(const IndexProgress&)>& progress,
          const std::stop_token& stop)
      : options_(options),
        on_progress_(progress),
        stop_(stop),
        batch_(Batch::rebuilding(options.index, options.wait)),
        records_(std::make_unique<Records>(options.index, *batch_)),
        extractor_(options.names
                       ? *options.names
                       : parse_name_overrides(batch_->manifest().names, "the names in the index")),
        pipeline_({options.threads, batch_->manifest().language, stop}, extractor_,
                  [this](AnnotatedTask&& annotated) {
                    write(annotated.article);
                    return true;
                  }) {
    batch_->note_extractor(extractor_.version(), to_text(extractor_.overrides()));
  }

  RebuildReport run() {
    const auto begin = std::chrono::steady_clock::now();
    const auto sources = find_sources();
    progress_.files = sources.files.size();
    progress_.bytes = sources.bytes;
    for (const auto& file : sources.files) {
      if (stop_.stop_requested()) break;
      read(file);
    }
    if (!stop_.stop_requested()) keep_unread();
    pipeline_.drain();
    for (auto& problem : limits_met_) report_.problems.push_back(std::move(problem));
    end();
    report_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return std::move(report_);
  }

 private:
  [[nodiscard]] bool knows_all() const noexcept { return records_->all().unreadable == 0; }

  SourceFiles find_sources() {
    std::vector<fs::path> paths;
    for (const auto& path : records_->all().paths) {
      std::error_code error;
      if (fs::is_regular_file(path, error)) paths.emplace_back(path);
    }
    if (!knows_all()) {
      for (const auto& root : batch_->manifest().roots) {
        std::error_code error;
        if (fs::is_directory(root, error)) paths.emplace_back(root);
      }
    }
    auto sources = find_source_files(paths, batch_->manifest().roots);
    for (auto& problem : sources.problems) report_.problems.push_back(std::move(problem));
    return sources;
  }

  void read(const SourceFile& file) {
    const SourceSink sink{
        [&](Article&& article) { take(std::move(article), file); },
        [&](std::size_t line, std::string message, bool skipped) {
          report_.problems.push_back({file.path.string(), line, std::move(message), skipped});
        },
        stop_,
    };
    ordinal_in_file_ = 0;
    auto how = options_.reading;
    how.use = &use_;
    how.stop = stop_;
    const auto end = read_source(file.path, how, extractor_.dates(), sink);
    if (end == ReadingEnd::stopped) return;
    ++progress_.files_done;
    std::error_code ignored;
    const auto size = fs::file_size(file.path, ignored);
    if (!ignored) progress_.bytes_done += size;
    show_progress();
  }

  void take(Article&& article, const SourceFile& file) {
    ++ordinal_in_file_;
    article.source_path = file.path.string();
    auto source = source_key(article.source_path, ordinal_in_file_);
    const auto* known = article.id.empty() ? records_->from(source) : records_->with_id(article.id);
    // An id belongs to its source: what names it elsewhere has come since, and is for a batch to
    // judge.
    const bool is_foreign =
        known != nullptr && records_->all().paths[known->path] != article.source_path;
    if (is_foreign || (known == nullptr && knows_all())) {
      ++report_.passed_over;
      return;
    }
    if (known != nullptr) {
      article.id = known->id;
      if (known->published && !article.published) {
        article.published = known->published;
        article.published_source = Source::option;
      }
    } else if (article.id.empty()) {
      article.id = new_id(file, source);
    }
    if (!is_plain_id(article.id) || batch_->seen(article.id)) {
      report_.problems.push_back(
          {article.source_path, ordinal_in_file_,
           fmt::format("the id '{}' cannot be used, or came before", plain_id(article.id)), true});
      return;
    }
    ++progress_.articles;
    ++report_.read;
    (void)batch_->decide(article.id, {}, source);
    batch_->note_root(file.root.string());
    pipeline_.submit({std::move(article), std::move(source), std::nullopt, std::nullopt,
                      known != nullptr ? known->feed : std::string{}});
  }

  // As a batch gives it, where the old one cannot be read.
  [[nodiscard]] std::string new_id(const SourceFile& file, const std::string& source) const {
    auto id = plain_id(file.path.lexically_relative(file.root).generic_string());
    if (ordinal_in_file_ > 1) id += fmt::format(":{}", ordinal_in_file_);
    const bool is_free = !batch_->seen(id) && records_->with_id(id) == nullptr;
    return is_free ? id : fmt::format("{}~{}", id, source);
  }

  void keep_unread() {
    const auto& recorded = records_->all();
    for (const auto& article : recorded.articles) {
      if (stop_.stop_requested()) return;
      if (batch_->seen(article.id)) continue;
      UnreadArticle unread{article.id, recorded.paths[article.path]};
      if (!is_intact(recorded, article)) {
        report_.lost.push_back(std::move(unread));
        continue;
      }
      const Segment& segment = *recorded.segments[article.segment];
      report_.kept.push_back(std::move(unread));
      (void)batch_->decide(article.id, {}, article.source);
      pipeline_.submit({stored_article(segment, article.ordinal),
                        {},
                        std::nullopt,
                        segment.meta(article.ordinal)});
    }
    // Of the articles that nothing is known of, some may be among those that were found below the
    // roots.
    const auto found = report_.read + report_.kept.size() + report_.lost.size();
    const auto had = recorded.articles.size() + recorded.unreadable;
    report_.lost_unknown = had > found ? std::min(recorded.unreadable, had - found) : 0;
  }

  [[nodiscard]] std::optional<EarlierVersion> version_before(const std::string& id) const {
    const auto* known = records_->with_id(id);
    if (known == nullptr) return std::nullopt;
    return EarlierVersion{batch_->replaced_segments()[known->segment],
                          records_->all().segments[known->segment].get(), known->ordinal};
  }

  void write(const IndexedArticle& article) {
    batch_->add_rebuilt(article, version_before(article.meta.id));
    ++progress_.written;
    for (const auto& limit : article.limits_met)
      limits_met_.push_back({article.meta.path, 0, limit_problem(article.meta.id, limit), false});
    if (batch_->pending_bytes() >= options_.publish_bytes) batch_->publish();
    show_progress();
  }

  void end() {
    report_.interrupted = stop_.stop_requested();
    const bool loses = !report_.lost.empty() || report_.lost_unknown > 0;
    records_.reset();  // holds the old segments open
    if (report_.interrupted || (loses && !options_.accept_loss)) {
      batch_->abandon();
      return;
    }
    batch_->switch_over();
    report_.switched = true;
    progress_.safe = progress_.written;
    show_progress();
    batch_->merge(stop_);
    batch_->finish();
    const Snapshot now(options_.index);
    report_.articles_total = now.live_count(DocumentKind::article);
    report_.events_total = now.live_count(DocumentKind::event);
  }

  void show_progress() {
    if (on_progress_) on_progress_(progress_);
  }

  const RebuildOptions& options_;
  const std::function<void(const IndexProgress&)>& on_progress_;
  const std::stop_token& stop_;
  std::unique_ptr<Batch> batch_;
  std::unique_ptr<Records> records_;
  Extractor extractor_;
  RebuildReport report_;
  IndexProgress progress_;
  std::size_t ordinal_in_file_ = 0;
  std::vector<Problem> limits_met_;
  ReadUse use_;
  AnnotationPipeline pipeline_;  // last: its workers are gone before what they use
};

}  // namespace

RebuildReport rebuild_index(const RebuildOptions& options,
                            const std::function<void(const IndexProgress&)>& progress,
                            const std::stop_token& stop) {
  return Rebuild(options, progress, stop).run();
}

}  // namespace dateline
