#include "indexer/reannotation.h"

namespace dateline {

std::vector<Location> stale_articles(const Snapshot& snapshot, std::string_view extractor) {
  std::vector<Location> stale;
  for (std::uint32_t s = 0; s < snapshot.segment_count(); ++s) {
    const Segment& segment = snapshot.segment(s);
    segment.live(DocumentKind::article).for_each([&](std::size_t i) {
      const auto article = static_cast<std::uint32_t>(i);
      if (segment.extractor(article) != extractor) stale.push_back({s, article});
    });
  }
  return stale;
}

Article stored_article(const Segment& segment, std::uint32_t ordinal) {
  auto meta = segment.meta(ordinal);
  Article article;
  article.id = std::move(meta.id);
  article.title = std::move(meta.title);
  for (auto& name : meta.authors) article.authors.push_back({std::move(name), {}, {}, {}});
  article.published = meta.published;
  article.language = std::move(meta.language);
  // As annotate_task() takes the stored description, what they came from stays as it was.
  article.source_path = std::move(meta.path);
  article.offsets_in_file = meta.offsets_in == "file";
  article.text = segment.text(ordinal);
  for (const BlockRow& row : segment.blocks(ordinal)) {
    article.blocks.push_back({static_cast<BlockKind>(row.kind), row.span, {}, row.content});
  }
  const auto pages = segment.page_starts(ordinal);
  article.page_starts.assign(pages.begin(), pages.end());
  return article;
}

}  // namespace dateline
