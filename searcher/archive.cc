#include "searcher/archive.h"

#include <utility>

#include "index/snapshot.h"
#include "index/source_records.h"
#include "index/writer_lock.h"

namespace dateline {
namespace {

class LocalArchive : public Archive {
 public:
  explicit LocalArchive(const std::filesystem::path& index) : opened_(index) {}

  Searcher& searcher() override {
    if (!searcher_) {
      searcher_.emplace(std::move(*opened_));
      opened_.reset();
    }
    return *searcher_;
  }
  PairTable pairs(const PairsRequest& request) override { return make_pairs(searcher(), request); }
  PairTable pairs(const Matches& matches, const PairsRequest& request) override {
    return make_pairs(matches, request);
  }
  PersonPairTable person_pairs(const PersonPairsRequest& request) override {
    return make_person_pairs(searcher(), request);
  }
  PersonTable persons(const PersonsRequest& request) override {
    return make_persons(searcher(), request);
  }
  TimelineReader timeline(TimelineRequest request) override {
    return {searcher(), std::move(request)};
  }
  TimelineReader timeline(const Matches& matches, TimelineRequest request) override {
    return {matches, std::move(request)};
  }
  std::optional<ArticleView> view(std::string_view id) override { return view_of(snapshot(), id); }
  std::optional<ArticleView> whole_view(std::string_view id) override {
    return whole_view_of(snapshot(), id);
  }
  std::uint64_t live_count(DocumentKind kind) override { return snapshot().live_count(kind); }
  const Manifest& manifest() override { return snapshot().manifest(); }
  ArchiveInfo info(std::string_view extractor) override {
    const auto& index = snapshot().directory();
    return {index.string(), manifest(), index_info(snapshot(), extractor),
            recorded_duplicates(index), lock_holder(index)};
  }

 private:
  [[nodiscard]] const Snapshot& snapshot() const noexcept {
    return searcher_ ? searcher_->snapshot() : *opened_;
  }

  std::optional<Snapshot> opened_;    // until it is searched: what only shows it needs no more
  std::optional<Searcher> searcher_;  // then
};

}  // namespace

std::unique_ptr<Archive> open_local_archive(const std::filesystem::path& index) {
  return std::make_unique<LocalArchive>(index);
}

}  // namespace dateline
