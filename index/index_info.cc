#include "index/index_info.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/folder_listing.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

void widen(DayRange& all, DayRange days) {
  if (!days.known()) return;
  all =
      all.known() ? DayRange{std::min(all.first, days.first), std::max(all.last, days.last)} : days;
}

// The different strings that a column's numbers mean, over all segments.
class NameCounter {
 public:
  template <typename Number>
  void add(const Segment& segment, const ListColumn<Number>& lists, const Dictionary& names) {
    std::vector<bool> used(names.size());
    segment.live(DocumentKind::article).for_each([&](std::size_t article) {
      for (const auto number : lists[static_cast<std::uint32_t>(article)]) {
        if (number < used.size()) used[number] = true;
      }
    });
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      if (used[i]) names_.emplace(names.text(i));
    }
  }
  [[nodiscard]] std::uint64_t count() const noexcept { return names_.size(); }

 private:
  std::set<std::string, std::less<>> names_;
};

std::uint64_t file_bytes(const fs::path& path) {
  std::error_code absent;
  const auto size = fs::file_size(path, absent);
  return absent ? 0 : size;
}

std::uint64_t tree_bytes(const fs::path& directory) {
  std::uint64_t bytes = 0;
  for (const auto& entry : list_folder_if_there(directory)) {
    const bool is_folder = entry.type == fs::file_type::directory;
    bytes += is_folder ? tree_bytes(entry.path) : file_bytes(entry.path);
  }
  return bytes;
}

std::chrono::system_clock::time_point changed_at(const fs::path& path) {
  struct stat info{};
  if (::stat(path.c_str(), &info) != 0) return {};
  return std::chrono::system_clock::from_time_t(info.st_mtime);
}

void add_segment(const Segment& segment, std::string_view extractor, IndexInfo& info) {
  segment.live(DocumentKind::article).for_each([&](std::size_t i) {
    const auto article = static_cast<std::uint32_t>(i);
    const auto published = segment.published(article);
    widen(info.published, published);
    if (!published.known()) ++info.undated;
    if (segment.extractor(article) != extractor) ++info.stale;
  });
  segment.live(DocumentKind::event).for_each([&](std::size_t event) {
    widen(info.days, segment.days(static_cast<std::uint32_t>(event)));
  });
}

}  // namespace

IndexInfo index_info(const Snapshot& snapshot, std::string_view extractor) {
  IndexInfo info;
  NameCounter authors;
  NameCounter organizations;
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s) {
    const Segment& segment = snapshot.segment(s);
    info.removed += snapshot.manifest().segments[s].removed.size();
    add_segment(segment, extractor, info);
    authors.add(segment, segment.article_authors, segment.authors);
    organizations.add(segment, segment.article_organizations, segment.organizations);
  }
  info.articles = snapshot.live_count(DocumentKind::article);
  info.events = snapshot.live_count(DocumentKind::event);
  info.authors = authors.count();
  info.organizations = organizations.count();
  info.size = index_size(snapshot.directory(), snapshot.manifest());
  info.last_publication = changed_at(manifest_path(snapshot.directory()));
  return info;
}

IndexSize index_size(const fs::path& directory, const Manifest& manifest) {
  IndexSize size;
  std::uint64_t named = 0;
  for (const auto& entry : manifest.segments) {
    const auto segment = segment_path(directory, entry.name);
    const auto texts = file_bytes(segment / "texts");
    const auto tokens = file_bytes(segment / "tokens");
    const auto columns = file_bytes(segment / "columns");
    const auto articles = tree_bytes(segment / "articles");
    const auto all = tree_bytes(segment);
    size.texts += texts;
    size.tokens += tokens;
    size.columns += columns;
    size.articles += articles;
    size.other += all - std::min(all, texts + tokens + columns + articles);
    named += all;
  }
  const auto all = tree_bytes(directory / "segments");
  size.unnamed = all - std::min(all, named);
  size.other += file_bytes(manifest_path(directory));
  return size;
}

}  // namespace dateline
