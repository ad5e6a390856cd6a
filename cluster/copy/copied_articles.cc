#include "cluster/copy/copied_articles.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <exception>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "cluster/documents/mapping.h"
#include "cluster/http/cluster_error.h"
#include "index/error.h"
#include "index/manifest.h"
#include "indexer/segment/segment_writer.h"

// Each fetch() makes a segment: a few articles take some milliseconds, and what was copied before
// stays as it is.

namespace dateline {
namespace {

namespace fs = std::filesystem;

using nlohmann::json;
using simdjson::dom::array;
using simdjson::dom::element;

// So that an answer stays some ten megabytes, whatever the articles are.
constexpr std::size_t kArticlesOfARequest = 20;
constexpr int kEventsOfARequest = 5'000;

constexpr std::string_view kFolderBegins = "dateline-copies-";

// In memory, where the system has such a place.
fs::path parent_of_folders() {
  std::error_code unknown;
  const fs::path memory{"/dev/shm"};
  return fs::is_directory(memory, unknown) ? memory : fs::temp_directory_path();
}

// Whether a folder is this user's, and nobody holds its lock. A new one may not have it yet.
bool is_left_behind(const fs::path& folder) noexcept {
  constexpr std::time_t kNew = 60;
  struct stat info{};
  if (::lstat(folder.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return false;
  if (info.st_uid != ::geteuid() || std::time(nullptr) - info.st_mtime < kNew) return false;
  try {
    const WriterLock lock(folder);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

// A process that was killed could not remove its copies.
void remove_left_behind(const fs::path& parent) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(parent, ignored)) {
    const auto name = entry.path().filename().string();
    if (name.starts_with(kFolderBegins) && is_left_behind(entry.path()))
      fs::remove_all(entry.path(), ignored);
  }
}

json request(const std::vector<std::string>& ids, std::span<const std::string_view> fields,
             const ClusterView& view) {
  return {{"track_total_hits", false},
          {"_source", fields},
          {"query", view.in_force({{"terms", {{field::kArticleId, ids}}}})}};
}

constexpr std::array kArticleFields{field::kArticleId, field::kTitle,       field::kAuthors,
                                    field::kPublished, field::kExtractor,   field::kText,
                                    field::kPages,     field::kSpans,       field::kMentions,
                                    field::kAbout,     field::kSubjectPair, field::kMeta};
constexpr std::array kEventFields{field::kEventId,   field::kArticleId,   field::kOrigin,
                                  field::kSpans,     field::kDateSpan,    field::kDays,
                                  field::kPrecision, field::kApproximate, field::kCountries,
                                  field::kActing,    field::kPersons,     field::kOrganizations,
                                  field::kSources,   field::kBlock};

}  // namespace

CopiedArticles::CopiedArticles(ClusterView& view) : view_(view), copier_(view.state().language) {}

CopiedArticles::~CopiedArticles() { start_anew(); }

void CopiedArticles::start_anew() {
  snapshot_.reset();
  segments_.clear();
  articles_.clear();
  events_.clear();
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
  lock_.reset();
  folder_.clear();
}

void CopiedArticles::make_folder() {
  const auto parent = parent_of_folders();
  remove_left_behind(parent);
  auto name = (parent / std::string{kFolderBegins}).string() + "XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) {
    throw IndexError(IndexFault::io, parent,
                     fmt::format("cannot make a folder in '{}' for copies of a cluster's articles: "
                                 "{}",
                                 parent.string(), std::strerror(errno)));
  }
  folder_ = name;
  lock_ = std::make_unique<WriterLock>(folder_);
}

void CopiedArticles::fetch(const std::vector<std::string>& article_ids) {
  const auto missing_of = [&] {
    std::set<std::string> missing;
    for (const auto& id : article_ids) {
      if (!articles_.contains(id)) missing.insert(id);
    }
    return missing;
  };
  auto missing = missing_of();
  if (missing.empty()) return;
  if (!articles_.empty() && articles_.size() + missing.size() > kMost) {
    start_anew();
    missing = missing_of();
  }
  copy({missing.begin(), missing.end()});
  open();
}

CopiedArticles::Copies CopiedArticles::copies_of(const std::vector<std::string>& ids) {
  auto body = request(ids, kArticleFields, view_);
  body["size"] = ids.size();
  const auto answer = view_.search(DocumentKind::article, body);
  Copies copies;
  for (const auto hit : answer.read<array>("hits.hits")) {
    auto copy = copier_.article(answer.read<element>(hit, "_source"));
    auto id = copy.meta.id;
    copies.emplace(std::move(id), std::move(copy));
  }
  return copies;
}

void CopiedArticles::add_events(const std::vector<std::string>& ids, Copies& copies) {
  auto body = request(ids, kEventFields, view_);
  body["size"] = kEventsOfARequest;
  body["sort"] = json::array({{{field::kArticleId, "asc"}}, {{field::kOrdinal, "asc"}}});
  for (bool is_last = false; !is_last;) {
    const auto answer = view_.search(DocumentKind::event, body);
    const auto hits = answer.read<array>("hits.hits");
    for (const auto hit : hits) {
      const auto document = answer.read<element>(hit, "_source");
      const auto copy = copies.find(answer.read<std::string_view>(document, field::kArticleId));
      if (copy != copies.end()) copier_.add_event(document, copy->second);
      body["search_after"] = json::parse(simdjson::minify(answer.read<element>(hit, "sort")));
    }
    is_last = hits.size() < static_cast<std::size_t>(kEventsOfARequest);
  }
}

void CopiedArticles::copy(const std::vector<std::string>& ids) {
  if (folder_.empty()) make_folder();
  const auto path = segment_path(folder_, std::to_string(segments_.size() + 1));
  fs::create_directories(path.parent_path());
  SegmentWriter writer(path);
  for (std::size_t from = 0; from < ids.size(); from += kArticlesOfARequest) {
    const auto count = std::min(kArticlesOfARequest, ids.size() - from);
    const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(from);
    const std::vector<std::string> part(begin, begin + static_cast<std::ptrdiff_t>(count));
    Copies copies;
    try {
      copies = copies_of(part);
      add_events(part, copies);
    } catch (const simdjson::simdjson_error&) {
      throw ClusterError(ClusterFault::wrong, place(),
                         "an article's document is damaged: 'dateline index --cluster --rebuild' "
                         "on the machine that writes it sends it anew");
    }
    for (const auto& [id, copy] : copies) (void)writer.add(copy);
  }
  if (writer.article_count() == 0) return;
  (void)writer.finish();
  segments_.push_back(writer.entry());
}

// Names what was copied, and finds where it stands.
void CopiedArticles::open() {
  Manifest manifest;
  manifest.id = view_.state().note.copy_id;
  manifest.generation = view_.state().generation;
  manifest.language = view_.state().language;
  manifest.analyzer = view_.state().analyzer;
  manifest.extractor = view_.state().note.extractor;
  manifest.segments = segments_;
  write_manifest(folder_, manifest);
  snapshot_ = std::make_unique<Snapshot>(folder_);
  for (std::uint32_t s = 0; s < snapshot_->segment_count(); ++s) {
    const Segment& segment = snapshot_->segment(s);
    for (std::uint32_t i = 0; i < segment.article_count(); ++i)
      articles_.try_emplace(std::string{segment.id(i)}, Location{s, i});
    for (std::uint32_t i = 0; i < segment.event_count(); ++i)
      events_.try_emplace(segment.event_id(i), Location{s, i});
  }
}

const Snapshot& CopiedArticles::snapshot() {
  if (!snapshot_) {
    if (folder_.empty()) make_folder();
    open();
  }
  return *snapshot_;
}

std::optional<Location> CopiedArticles::article(const std::string& id) const {
  const auto found = articles_.find(id);
  return found == articles_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<Location> CopiedArticles::event(const std::string& id) const {
  const auto found = events_.find(id);
  return found == events_.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace dateline
