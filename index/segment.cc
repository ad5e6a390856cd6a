#include "index/segment.h"

#include <fmt/format.h>
#include <sys/file.h>

#include <cerrno>
#include <limits>

#include "index/checksums.h"
#include "index/error.h"

namespace dateline {
namespace {

// The piece between two neighbouring offsets; empty where a damaged file would lead outside.
std::string_view slice(std::string_view bytes, std::span<const std::uint64_t> offsets,
                       std::uint32_t i) noexcept {
  const auto begin = offsets[i];
  const auto end = offsets[i + 1];
  return begin <= end && end <= bytes.size() ? bytes.substr(begin, end - begin)
                                             : std::string_view{};
}

// The columns, with a lock that the segment's sweeper respects. Where it cannot be had for other
// reasons than a sweeper (a read-only medium, an old file system) reading still works; then only
// the order of publishing and sweeping protects it.
OpenFile share(const std::filesystem::path& segment) {
  (void)open_directory(segment.parent_path());  // no links on the way
  (void)open_directory(segment);
  const auto path = segment / "columns";
  auto file = open_to_read(path);
  if (::flock(file.fd(), LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK) return file;
  throw IndexError(IndexFault::missing, path,
                   fmt::format("{}: is being swept; try again", segment.string()));
}

}  // namespace

Segment::Segment(const std::filesystem::path& directory, const SegmentEntry& entry)
    : directory_(segment_path(directory, entry.name)),
      seal_(entry.seal),
      lock_(share(directory_)),
      articles_(entry.articles),
      events_(entry.events),
      file_(lock_, directory_ / "columns"),
      texts_(directory_ / "texts"),
      tokens_(directory_ / "tokens") {
  static_cast<ColumnViews&>(*this) = ColumnViews(file_);
  check_shape();
  live_articles_ = Bitmap(articles_, true);
  live_events_ = Bitmap(events_, true);
  mark_live(entry);
}

void Segment::check_shape() const {
  const auto misfitting = misfit(articles_, events_);
  if (misfitting.empty() && article_events.back() == events_ &&
      text_offsets.back() == texts_.bytes().size() &&
      token_offsets.back() == tokens_.bytes().size())
    return;
  throw IndexError(
      IndexFault::missing, directory_,
      fmt::format("segment {}: {}; the index is damaged, build it again", directory_.string(),
                  misfitting.empty()
                      ? "its files do not fit each other"
                      : fmt::format("the column '{}' does not fit the others", misfitting)));
}

void Segment::mark_live(const SegmentEntry& entry) {
  for (const auto article : entry.removed) {  // read_manifest() has seen that it is there
    has_removed_ = true;
    live_articles_.reset(article);
    const auto [begin, end] = events_of(article);
    for (auto event = begin; event < end; ++event) live_events_.reset(event);
  }
}

ArticleTerms Segment::open_articles() const {
  const auto path = directory_ / "articles";
  check_plain_files(path, OtherNames::allowed);
  if (!seal_.empty()) check_articles(directory_, read_checksums(directory_, seal_));
  return {path, articles_};
}

ArticleMeta Segment::meta(std::uint32_t article) const {
  auto meta = parse_article_meta(slice(meta_bytes, meta_offsets, article));
  meta.id = id(article);
  meta.title = title(article);
  for (const auto author : article_authors[article])
    meta.authors.emplace_back(authors.text(author));
  if (const auto days = published(article); days.known()) meta.published = to_interval(days);
  return meta;
}

std::string_view Segment::text(std::uint32_t article) const noexcept {
  return slice(texts_.bytes(), text_offsets, article);
}

TokenCursor Segment::article_tokens(std::uint32_t article) const noexcept {
  return {slice(tokens_.bytes(), token_offsets, article), 0,
          std::numeric_limits<std::uint32_t>::max(), token_limits(article)};
}

TokenCursor Segment::event_tokens(std::uint32_t event) const {
  const EventRow& row = this->event(event);
  const auto article = article_of(event);
  const auto begin = token_offsets[article];
  const auto end = token_offsets[article + 1];
  if (row.tokens < begin || row.tokens > end) fail_for_row(directory_);
  return {tokens_.bytes().substr(row.tokens, end - row.tokens), row.token_base, row.token_count,
          token_limits(article)};
}

std::string Segment::event_id(std::uint32_t event) const {
  const EventRow& row = event_rows[event];  // no span of it is read
  auto name = fmt::format("{}#{:08x}", id(article_of(event)), row.hash);
  if (row.occurrence > 0) name += fmt::format(".{}", row.occurrence + 1);
  return name;
}

}  // namespace dateline
