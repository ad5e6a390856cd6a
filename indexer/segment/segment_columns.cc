#include "indexer/segment/segment_columns.h"

namespace dateline {

void SegmentColumns::write(ColumnWriter& columns) {
  columns.add("article.text", text_offsets);
  columns.add("article.tokens", token_offsets);
  columns.add("article.meta", meta_offsets);
  columns.add_bytes("meta", meta);
  meta = {};
  ids.write("article.id", columns);
  titles.write("article.title", columns);
  columns.add("article.length", article_lengths);
  columns.add("article.published", published);
  columns.add("article.extractor", article_extractor);
  columns.add("article.events", article_events);
  blocks.write("article.blocks", columns);
  mentions.write("article.mentions", columns);
  article_countries.write("article.countries", columns);
  article_about.write("article.about", columns);
  article_organizations.write("article.organizations", columns);
  article_authors.write("article.authors", columns);
  article_dates.write("article.dates", columns);
  pages.write(columns);
  columns.add("event.article", event_article);
  columns.add("event.days", event_days);
  columns.add("event.precision", event_precisions);
  columns.add("event.origin", event_origins);
  columns.add("event.length", event_lengths);
  columns.add("event.rows", event_rows);
  event_rows = {};
  event_countries.write("event.countries", columns);
  event_organizations.write("event.organizations", columns);
}

}  // namespace dateline
