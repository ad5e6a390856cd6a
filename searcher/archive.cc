#include "searcher/archive.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <utility>

#include "index/snapshot.h"
#include "index/source_records.h"
#include "index/writer_lock.h"

namespace dateline {
namespace {

class LocalArchive : public Archive {
 public:
  explicit LocalArchive(const std::filesystem::path& index) : opened_(index) {}

  std::string place() const override { return snapshot().directory().string(); }
  std::optional<std::filesystem::path> directory() const override { return snapshot().directory(); }
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
    return {place(), manifest(), index_info(snapshot(), extractor), recorded_duplicates(index),
            lock_holder(index)};
  }

 private:
  [[nodiscard]] const Snapshot& snapshot() const noexcept {
    return searcher_ ? searcher_->snapshot() : *opened_;
  }

  std::optional<Snapshot> opened_;    // until it is searched: what only shows it needs no more
  std::optional<Searcher> searcher_;  // then
};

class LocalSource : public ArchiveSource {
 public:
  explicit LocalSource(std::filesystem::path index) : index_(std::move(index)) {}

  std::unique_ptr<Archive> open() override { return open_local_archive(index_); }
  // A publication replaces the manifest's file.
  std::string state() noexcept override {
    struct stat info{};
    if (::stat(manifest_path(index_).c_str(), &info) != 0) return {};
    return fmt::format("{}.{}.{}.{}.{}", info.st_dev, info.st_ino, info.st_mtim.tv_sec,
                       info.st_mtim.tv_nsec, info.st_size);
  }
  bool is_being_written() noexcept override { return lock_holder(index_).has_value(); }

 private:
  std::filesystem::path index_;
};

}  // namespace

std::unique_ptr<ArchiveSource> local_archive_source(std::filesystem::path index) {
  return std::make_unique<LocalSource>(std::move(index));
}

std::unique_ptr<Archive> open_local_archive(const std::filesystem::path& index) {
  return std::make_unique<LocalArchive>(index);
}

}  // namespace dateline
