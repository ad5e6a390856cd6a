#include "index/segment.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <limits>

#include "index/error.h"

namespace dateline {
namespace {

template <typename T>
ListColumn<T> list_column(const Columns& columns, std::string_view name) {
  return {columns.get<std::uint32_t>(fmt::format("{}.offsets", name)),
          columns.get<T>(fmt::format("{}.values", name))};
}

// The piece between two neighbouring offsets; empty where a damaged file would lead outside.
std::string_view slice(std::string_view bytes, std::span<const std::uint64_t> offsets,
                       std::uint32_t i) noexcept {
  const auto begin = offsets[i];
  const auto end = offsets[i + 1];
  return begin <= end && end <= bytes.size() ? bytes.substr(begin, end - begin)
                                             : std::string_view{};
}

// A lock that the segment's sweeper respects. Where it cannot be had for other reasons than a sweeper (a read-only
// medium, an old file system) reading still works; then only the order of publishing and sweeping protects it.
int share(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0 || ::flock(fd, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK) return fd;
  ::close(fd);
  throw IndexError(IndexFault::missing, path,
                   fmt::format("{}: is being swept; try again", path.parent_path().string()));
}

bool ascends(std::span<const std::uint32_t> values) noexcept {
  return std::is_sorted(values.begin(), values.end());
}
bool ascends(std::span<const std::uint64_t> values) noexcept {
  return std::is_sorted(values.begin(), values.end());
}

}  // namespace

Segment::Segment(const std::filesystem::path& directory, const SegmentEntry& entry)
    : directory_(segment_path(directory, entry.name)),
      lock_fd_(share(directory_ / "columns")),
      articles_(entry.articles),
      events_(entry.events),
      live_articles_(entry.articles, true),
      live_events_(entry.events, true) {
  try {
    columns_ = Columns(directory_ / "columns");
    texts_ = MappedFile(directory_ / "texts");
    tokens_ = MappedFile(directory_ / "tokens");
    text_offsets_ = columns_.get<std::uint64_t>("article.text");
    token_offsets_ = columns_.get<std::uint64_t>("article.tokens");
    meta_offsets_ = columns_.get<std::uint64_t>("article.meta");
    meta_ = columns_.get_bytes("meta");
    ids_ = list_column<char>(columns_, "article.id");
    titles_ = list_column<char>(columns_, "article.title");
    article_lengths_ = columns_.get<std::uint32_t>("article.length");
    event_lengths_ = columns_.get<std::uint32_t>("event.length");
    published_ = columns_.get<DayRange>("article.published");
    article_extractor_ = columns_.get<std::uint16_t>("article.extractor");
    article_events_ = columns_.get<std::uint32_t>("article.events");
    event_article_ = columns_.get<std::uint32_t>("event.article");
    event_days_ = columns_.get<DayRange>("event.days");
    event_precisions_ = columns_.get<Precision>("event.precision");
    event_origins_ = columns_.get<EventOrigin>("event.origin");
    event_rows_ = columns_.get<EventRow>("event.rows");
    blocks = list_column<BlockRow>(columns_, "article.blocks");
    mentions = list_column<MentionRow>(columns_, "article.mentions");
    article_countries = list_column<std::uint16_t>(columns_, "article.countries");
    article_about = list_column<std::uint16_t>(columns_, "article.about");
    article_organizations = list_column<std::uint16_t>(columns_, "article.organizations");
    article_authors = list_column<std::uint32_t>(columns_, "article.authors");
    article_dates = list_column<DateRow>(columns_, "article.dates");
    event_countries = list_column<std::uint16_t>(columns_, "event.countries");
    event_organizations = list_column<std::uint16_t>(columns_, "event.organizations");
    event_postings = Postings(columns_, "event.postings");
    terms = Dictionary(columns_, "terms");
    words = Dictionary(columns_, "words");
    word_terms_ = columns_.get<std::uint32_t>("words.term");
    authors = Dictionary(columns_, "authors");
    rules = Dictionary(columns_, "rules");
    organizations = Dictionary(columns_, "organizations");
    extractors_ = Dictionary(columns_, "extractors");
    pages_ = PageColumns(columns_);
    check_shape();
    mark_live(entry);
  } catch (...) {
    if (lock_fd_ >= 0) ::close(lock_fd_);
    throw;
  }
}

Segment::~Segment() {
  if (lock_fd_ >= 0) ::close(lock_fd_);
}

void Segment::check_shape() const {
  const std::size_t n = articles_;
  const std::size_t m = events_;
  if (text_offsets_.size() != n + 1 || token_offsets_.size() != n + 1 ||
      meta_offsets_.size() != n + 1 || published_.size() != n || article_extractor_.size() != n ||
      article_lengths_.size() != n || event_lengths_.size() != m ||
      article_events_.size() != n + 1 || event_article_.size() != m || event_days_.size() != m ||
      event_rows_.size() != m || event_precisions_.size() != m || event_origins_.size() != m ||
      article_events_.back() != m || !ascends(article_events_) || !ascends(text_offsets_) ||
      !ascends(token_offsets_) || !ascends(meta_offsets_) ||
      std::any_of(event_article_.begin(), event_article_.end(),
                  [n](std::uint32_t article) { return article >= n; }) ||
      !pages_.fit(n) || word_terms_.size() != words.size() ||
      event_postings.size() != terms.size() || text_offsets_.back() != texts_.bytes().size() ||
      token_offsets_.back() != tokens_.bytes().size()) {
    throw IndexError(
        IndexFault::missing, directory_,
        fmt::format(
            "segment {}: its files do not fit each other; the index is damaged, build it again",
            directory_.string()));
  }
}

void Segment::mark_live(const SegmentEntry& entry) {
  for (const auto article : entry.removed) {
    if (article >= articles_) continue;
    has_removed_ = true;
    live_articles_.reset(article);
    const auto [begin, end] = events_of(article);
    for (auto event = begin; event < end && event < events_; ++event) live_events_.reset(event);
  }
}

Xapian::Database Segment::open_articles() const {
  const auto path = directory_ / "articles";
  try {
    return Xapian::Database(path.string());
  } catch (const Xapian::Error& error) {
    throw IndexError(IndexFault::missing, path,
                     fmt::format("{}: cannot be opened ({}); the index is damaged, build it again",
                                 path.string(), error.get_msg()));
  }
}

ArticleMeta Segment::meta(std::uint32_t article) const {
  auto meta = parse_article_meta(slice(meta_, meta_offsets_, article));
  meta.id = id(article);
  meta.title = title(article);
  for (const auto author : article_authors[article])
    meta.authors.emplace_back(authors.text(author));
  if (const auto days = published(article); days.known()) meta.published = to_interval(days);
  return meta;
}

std::string_view Segment::text(std::uint32_t article) const noexcept {
  return slice(texts_.bytes(), text_offsets_, article);
}

TokenCursor Segment::article_tokens(std::uint32_t article) const noexcept {
  return {slice(tokens_.bytes(), token_offsets_, article), 0,
          std::numeric_limits<std::uint32_t>::max()};
}

TokenCursor Segment::event_tokens(std::uint32_t event) const noexcept {
  const EventRow& row = event_rows_[event];
  const auto bytes = tokens_.bytes();
  return {row.tokens <= bytes.size() ? bytes.substr(row.tokens) : std::string_view{},
          row.token_base, row.token_count};
}

std::string Segment::event_id(std::uint32_t event) const {
  const EventRow& row = event_rows_[event];
  auto name = fmt::format("{}#{:08x}", id(article_of(event)), row.hash);
  if (row.occurrence > 0) name += fmt::format(".{}", row.occurrence + 1);
  return name;
}

}  // namespace dateline
