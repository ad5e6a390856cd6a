#include "cluster/answers/cluster_archive.h"

#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "cluster/answers/cluster_info.h"
#include "cluster/answers/cluster_pairs.h"
#include "cluster/answers/cluster_persons.h"
#include "cluster/answers/cluster_timeline.h"
#include "cluster/copy/copied_articles.h"
#include "cluster/reader/cluster_view.h"
#include "cluster/search/cluster_engine.h"
#include "cluster/search/cluster_matches.h"
#include "cluster/search/text_query.h"
#include "cluster/store/cluster_state.h"
#include "cluster/store/state_note.h"
#include "searcher/hit/article_view.h"

namespace dateline {
namespace {

const ClusterMatches& of_cluster(const Matches& matches) {
  return dynamic_cast<const ClusterMatches&>(matches.reader());
}

class ClusterArchive : public Archive {
 public:
  ClusterArchive(const ClusterAddress& address, const ClusterAccess& access)
      : view_(address, access), copies_(view_), manifest_(cluster_manifest(view_.state())) {}

  std::string place() const override { return view_.address().url(); }
  std::optional<std::filesystem::path> directory() const override { return std::nullopt; }
  Searcher& searcher() override {
    if (!searcher_) searcher_.emplace(make_cluster_engine(view_, copies_));
    return *searcher_;
  }
  PairTable pairs(const PairsRequest& request) override {
    return pairs(searcher().match(request.search), request);
  }
  PairTable pairs(const Matches& matches, const PairsRequest& request) override {
    return cluster_pairs(of_cluster(matches), request);
  }
  PersonPairTable person_pairs(const PersonPairsRequest& request) override {
    const auto matches = searcher().match(request.search);
    return cluster_person_pairs(of_cluster(matches), request);
  }
  PersonTable persons(const PersonsRequest& request) override {
    const auto matches = searcher().match(request.search);
    return cluster_persons(of_cluster(matches), request);
  }
  TimelineReader timeline(TimelineRequest request) override {
    return TimelineReader(cluster_timeline(searcher(), std::move(request)));
  }
  TimelineReader timeline(const Matches& matches, TimelineRequest request) override {
    return TimelineReader(cluster_timeline(matches, std::move(request)));
  }
  std::optional<ArticleView> view(std::string_view id) override {
    copy(id);
    return view_of(copies_.snapshot(), id);
  }
  std::optional<ArticleView> whole_view(std::string_view id) override {
    copy(id);
    return whole_view_of(copies_.snapshot(), id);
  }
  std::uint64_t live_count(DocumentKind kind) override {
    return view_.count(kind, everything_query());
  }
  const Manifest& manifest() override { return manifest_; }
  ArchiveInfo info(std::string_view extractor) override { return cluster_info(view_, extractor); }

 private:
  // Of an event the article; an article's own id may hold a `#`, too.
  void copy(std::string_view id) {
    std::vector<std::string> ids{std::string{id}};
    if (const auto mark = id.rfind('#'); mark != std::string_view::npos)
      ids.emplace_back(id.substr(0, mark));
    copies_.fetch(ids);
  }

  ClusterView view_;
  CopiedArticles copies_;
  Manifest manifest_;
  std::optional<Searcher> searcher_;
};

// What is asked of a cluster at little cost is asked of it once a second at most.
class ClusterSource : public ArchiveSource {
 public:
  ClusterSource(ClusterAddress address, ClusterAccess access)
      : address_{std::move(address)}, access_{std::move(access)} {}

  std::unique_ptr<Archive> open() override { return open_cluster_archive(address_, access_); }

  std::string state() noexcept override {
    const std::lock_guard lock(mutex_);
    refresh();
    return state_;
  }
  bool is_being_written() noexcept override {
    const std::lock_guard lock(mutex_);
    refresh();
    return is_being_written_;
  }

 private:
  void refresh() noexcept {
    constexpr std::chrono::seconds kFresh{1};
    const auto now = std::chrono::steady_clock::now();
    if (asked_at_ && now - *asked_at_ < kFresh) return;
    asked_at_ = now;
    try {
      if (!http_) http_ = std::make_unique<HttpClient>(address_, access_);
      state_ = std::to_string(read_generation(*http_));
      is_being_written_ = read_writer(*http_).has_value();
    } catch (const std::exception&) {  // nothing is known
      state_.clear();
      is_being_written_ = false;
    }
  }

  ClusterAddress address_;
  ClusterAccess access_;
  std::mutex mutex_;
  std::unique_ptr<HttpClient> http_;
  std::optional<std::chrono::steady_clock::time_point> asked_at_;
  std::string state_;
  bool is_being_written_ = false;
};

}  // namespace

std::unique_ptr<Archive> open_cluster_archive(const ClusterAddress& address,
                                              const ClusterAccess& access) {
  return std::make_unique<ClusterArchive>(address, access);
}

std::unique_ptr<ArchiveSource> cluster_archive_source(ClusterAddress address,
                                                      ClusterAccess access) {
  return std::make_unique<ClusterSource>(std::move(address), std::move(access));
}

}  // namespace dateline
