// A segment, open for reading.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "index/article_meta.h"
#include "index/article_terms.h"
#include "index/bitmap.h"
#include "index/checked_rows.h"
#include "index/column_table.h"
#include "index/columns.h"
#include "index/document_kind.h"
#include "index/index_file.h"
#include "index/manifest.h"
#include "index/token_stream.h"

namespace dateline {

/// Neighbouring ordinals, [begin, end).
struct OrdinalRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// One segment: its columns and files mapped, its databases opened when asked for. Ordinals are
/// 0-based (schema.h); requires every ordinal given to be below its count. Views live as long as
/// the segment. The columns serve many threads at once; the articles' terms serve one, so each
/// thread opens its own.
class Segment : private ColumnViews {
 public:
  /// @throws IndexError: missing when a file is absent or does not fit the others; io.
  Segment(const std::filesystem::path& directory, const SegmentEntry& entry);
  Segment(Segment&&) = delete;

  [[nodiscard]] std::uint32_t article_count() const noexcept { return articles_; }
  [[nodiscard]] std::uint32_t event_count() const noexcept { return events_; }
  [[nodiscard]] std::uint32_t count(DocumentKind kind) const noexcept {
    return kind == DocumentKind::article ? articles_ : events_;
  }
  /// The articles, or events, that are in force.
  [[nodiscard]] const Bitmap& live(DocumentKind kind) const noexcept {
    return kind == DocumentKind::article ? live_articles_ : live_events_;
  }
  [[nodiscard]] const std::filesystem::path& directory() const noexcept { return directory_; }
  [[nodiscard]] bool has_removed() const noexcept { return has_removed_; }
  /// Of all its articles' texts, those no longer in force included.
  [[nodiscard]] std::uint64_t text_bytes() const noexcept { return texts_.bytes().size(); }

  /// The documents' lengths: sums of the wdf of their words.
  [[nodiscard]] std::span<const std::uint32_t> lengths(DocumentKind kind) const noexcept {
    return kind == DocumentKind::article ? article_lengths : event_lengths;
  }

  /// Opens the articles' database, whose files must have the sizes that they had when the segment
  /// was made. @throws IndexError: missing, io.
  [[nodiscard]] ArticleTerms open_articles() const;

  // Articles.
  [[nodiscard]] ArticleMeta meta(std::uint32_t article) const;
  [[nodiscard]] std::string_view text(std::uint32_t article) const noexcept;
  [[nodiscard]] std::string_view id(std::uint32_t article) const noexcept {
    const auto bytes = ids[article];
    return {bytes.data(), bytes.size()};
  }
  [[nodiscard]] std::string_view title(std::uint32_t article) const noexcept {
    const auto bytes = titles[article];
    return {bytes.data(), bytes.size()};
  }
  [[nodiscard]] DayRange published(std::uint32_t article) const noexcept {
    return publications[article];
  }
  [[nodiscard]] OrdinalRange events_of(std::uint32_t article) const noexcept {
    return {article_events[article], article_events[article + 1]};
  }
  /// What found its dates, countries and organizations (Manifest::extractor).
  [[nodiscard]] std::string_view extractor(std::uint32_t article) const noexcept {
    return extractors.text(article_extractors[article]);
  }
  /// Where in its text each page begins; empty where it has none, or a version that kept none read
  /// it.
  [[nodiscard]] std::span<const std::uint32_t> page_starts(std::uint32_t article) const noexcept {
    return pages.starts(article);
  }
  [[nodiscard]] TokenCursor article_tokens(std::uint32_t article) const noexcept;

  using ColumnViews::article_about;
  using ColumnViews::article_authors;
  using ColumnViews::article_countries;
  using ColumnViews::article_organizations;
  using ColumnViews::article_persons;
  using ColumnViews::article_subjects;

  /// Rows in the order of the text; in that of dates, each once.
  [[nodiscard]] CheckedRows<BlockRow> blocks(std::uint32_t article) const noexcept {
    return {ColumnViews::blocks[article], text_size(article), directory_};
  }
  [[nodiscard]] CheckedRows<MentionRow> mentions(std::uint32_t article) const noexcept {
    return {ColumnViews::mentions[article], text_size(article), directory_};
  }
  [[nodiscard]] CheckedRows<DateRow> dates(std::uint32_t article) const noexcept {
    return {article_dates[article], text_size(article), directory_};
  }

  // Events.
  [[nodiscard]] std::uint32_t article_of(std::uint32_t event) const noexcept {
    return event_articles[event];
  }
  [[nodiscard]] DayRange days(std::uint32_t event) const noexcept {
    return event_day_ranges[event];
  }
  [[nodiscard]] Precision precision(std::uint32_t event) const noexcept {
    return event_precisions[event];
  }
  [[nodiscard]] EventOrigin origin(std::uint32_t event) const noexcept {
    return event_origins[event];
  }
  [[nodiscard]] std::span<const DayRange> event_days() const noexcept { return event_day_ranges; }
  /// @throws IndexError (missing) when the row is damaged.
  [[nodiscard]] const EventRow& event(std::uint32_t event) const {
    const EventRow& row = event_rows[event];
    if (!is_sound(row, text_size(article_of(event)))) [[unlikely]]
      fail_for_row(directory_);
    return row;
  }
  /// @throws IndexError (missing) when the row is damaged.
  [[nodiscard]] TokenCursor event_tokens(std::uint32_t event) const;
  /// "article-id#0123abcd", and ".2" behind it for the second of that name.
  [[nodiscard]] std::string event_id(std::uint32_t event) const;

  using ColumnViews::event_acting;
  using ColumnViews::event_countries;
  using ColumnViews::event_organizations;
  using ColumnViews::event_persons;
  using ColumnViews::event_postings;  ///< by number of term
  using ColumnViews::event_sources;

  // Dictionaries.
  using ColumnViews::authors;
  using ColumnViews::organizations;
  using ColumnViews::persons;
  using ColumnViews::rules;
  using ColumnViews::sources;
  using ColumnViews::terms;
  using ColumnViews::words;
  /// The term of a word of the dictionary words.
  [[nodiscard]] std::uint32_t term_of_word(std::uint32_t word) const noexcept {
    return word_terms[word];
  }

  /// All that the table of columns names (column_table.def), as it is: for merging.
  [[nodiscard]] const ColumnViews& columns() const noexcept { return *this; }

 private:
  [[nodiscard]] std::uint64_t text_size(std::uint32_t article) const noexcept {
    return text_offsets[article + 1] - text_offsets[article];  // they ascend
  }
  [[nodiscard]] TokenLimits token_limits(std::uint32_t article) const noexcept {
    return {terms.size(), static_cast<std::uint32_t>(text_size(article))};
  }
  void check_shape() const;
  void mark_live(const SegmentEntry& entry);

  std::filesystem::path directory_;
  std::string seal_;
  OpenFile lock_;  // shared lock: a sweeper leaves the files of a segment that is being read
  std::uint32_t articles_;
  std::uint32_t events_;
  Columns file_;
  MappedFile texts_;
  MappedFile tokens_;
  Bitmap live_articles_;
  Bitmap live_events_;
  bool has_removed_ = false;
};

}  // namespace dateline
