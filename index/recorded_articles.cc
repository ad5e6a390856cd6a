#include "index/recorded_articles.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "index/article_meta.h"
#include "index/column_table.h"
#include "index/content_hash.h"
#include "index/error.h"
#include "index/index_file.h"

namespace dateline {
namespace {

std::unique_ptr<Segment> open_segment(const std::filesystem::path& directory,
                                      const SegmentEntry& entry) {
  try {
    return std::make_unique<Segment>(directory, entry);
  } catch (const IndexError& error) {  // its columns may still give the ids
    pass_over_damage(error);
    return nullptr;
  }
}

// The columns that describe articles, read with a check at each step.
class Descriptions {
 public:
  explicit Descriptions(const std::filesystem::path& columns)
      : columns_(columns),
        ids_(open_column<column::ids>(columns_)),
        meta_offsets_(open_column<column::meta_offsets>(columns_)),
        metas_(open_column<column::meta_bytes>(columns_)),
        published_(open_column<column::publications>(columns_)) {}

  /// Of how many articles there may be one.
  [[nodiscard]] std::size_t count() const noexcept { return ids_.size(); }
  /// @throws IndexError where an article's description is damaged.
  [[nodiscard]] ArticleMeta of(std::uint32_t article) const {
    auto meta = parse_article_meta(meta_of(article));
    const auto id = ids_[article];
    meta.id.assign(id.begin(), id.end());
    if (meta.id.empty()) throw IndexError(IndexFault::missing, {}, "an article without an id");
    if (article < published_.size() && published_[article].known())
      meta.published = to_interval(published_[article]);
    return meta;
  }

 private:
  [[nodiscard]] std::string_view meta_of(std::uint32_t article) const {
    if (std::size_t{article} + 1 >= meta_offsets_.size()) return {};
    const auto begin = meta_offsets_[article];
    const auto end = meta_offsets_[article + 1];
    return begin <= end && end <= metas_.size() ? metas_.substr(begin, end - begin)
                                                : std::string_view{};
  }

  Columns columns_;
  ListColumn<char> ids_;
  std::span<const std::uint64_t> meta_offsets_;
  std::string_view metas_;
  std::span<const DayRange> published_;
};

class Reader {
 public:
  explicit Reader(RecordedArticles& to) : to_(to) {}

  void read(const std::filesystem::path& directory, const SegmentEntry& entry,
            std::uint32_t number) {
    const auto in_force = entry.articles - entry.removed.size();
    std::optional<Descriptions> descriptions;
    try {
      descriptions.emplace(segment_path(directory, entry.name) / "columns");
    } catch (const IndexError& error) {
      pass_over_damage(error);
      to_.unreadable += in_force;
      return;
    }
    // A crafted manifest may name more articles than there are, or there is time to count.
    const auto there = std::min<std::size_t>(entry.articles, descriptions->count());
    std::size_t read = 0;
    for (std::uint32_t article = 0; article < there; ++article) {
      if (std::binary_search(entry.removed.begin(), entry.removed.end(), article)) continue;
      try {
        add(descriptions->of(article), number, article);
        ++read;
      } catch (const IndexError&) {
        continue;  // not even its id can be read
      }
    }
    to_.unreadable += in_force - read;
  }

 private:
  void add(ArticleMeta&& meta, std::uint32_t segment, std::uint32_t ordinal) {
    const auto [found, is_new] =
        paths_.try_emplace(meta.path, static_cast<std::uint32_t>(to_.paths.size()));
    if (is_new) to_.paths.push_back(meta.path);
    to_.articles.push_back(
        {std::move(meta.id), std::move(meta.source), found->second, segment, ordinal,
         meta.published_source == source_name(Source::option) ? meta.published : std::nullopt,
         std::move(meta.feed)});
  }

  RecordedArticles& to_;
  std::unordered_map<std::string, std::uint32_t> paths_;
};

}  // namespace

RecordedArticles read_recorded_articles(const std::filesystem::path& directory,
                                        const std::vector<SegmentEntry>& segments,
                                        bool is_own_schema) {
  RecordedArticles recorded;
  Reader reader(recorded);
  for (std::uint32_t s = 0; s < segments.size(); ++s) {
    recorded.segments.push_back(is_own_schema ? open_segment(directory, segments[s]) : nullptr);
    reader.read(directory, segments[s], s);
  }
  return recorded;
}

bool is_intact(const RecordedArticles& recorded, const RecordedArticle& article) {
  const auto* segment = recorded.segments[article.segment].get();
  if (segment == nullptr) return false;
  try {
    const auto meta = segment->meta(article.ordinal);
    return content_hash(meta, segment->text(article.ordinal)) == meta.hash;
  } catch (const IndexError& error) {
    pass_over_damage(error);
    return false;
  }
}

}  // namespace dateline
