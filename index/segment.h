// A segment, open for reading.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "index/article_meta.h"
#include "index/bitmap.h"
#include "index/columns.h"
#include "index/dictionary.h"
#include "index/document_kind.h"
#include "index/manifest.h"
#include "index/pages.h"
#include "index/postings.h"
#include "index/rows.h"
#include "index/token_stream.h"

namespace Xapian {
class Database;  // who opens one includes <xapian.h>
}

namespace dateline {

/// Neighbouring ordinals, [begin, end).
struct OrdinalRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A column of lists: for each ordinal, a run of values.
template <typename T>
class ListColumn {
 public:
  ListColumn() = default;
  ListColumn(std::span<const std::uint32_t> offsets, std::span<const T> values) noexcept
      : offsets_(offsets), values_(values) {}
  /// The values of one ordinal; empty for an ordinal out of range or a damaged column.
  [[nodiscard]] std::span<const T> operator[](std::uint32_t ordinal) const noexcept {
    if (std::size_t{ordinal} + 1 >= offsets_.size()) return {};
    const auto begin = offsets_[ordinal];
    const auto end = offsets_[ordinal + 1];
    if (begin > end || end > values_.size()) return {};
    return values_.subspan(begin, end - begin);
  }

 private:
  std::span<const std::uint32_t> offsets_;
  std::span<const T> values_;
};

/// One segment: its columns and files mapped, its databases opened when asked for. Ordinals are
/// 0-based (schema.h); requires every ordinal given to be below its count. Views live as long as
/// the segment. The columns serve many threads at once; a Xapian database serves one, so each
/// thread opens its own.
class Segment {
 public:
  /// @throws IndexError (missing) when a file is absent or does not fit the others.
  Segment(const std::filesystem::path& directory, const SegmentEntry& entry);
  ~Segment();
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
  [[nodiscard]] bool has_removed() const noexcept { return has_removed_; }
  /// Of all its articles' texts, those no longer in force included.
  [[nodiscard]] std::uint64_t text_bytes() const noexcept { return texts_.bytes().size(); }

  /// The documents' lengths: sums of the wdf of their words.
  [[nodiscard]] std::span<const std::uint32_t> lengths(DocumentKind kind) const noexcept {
    return kind == DocumentKind::article ? article_lengths_ : event_lengths_;
  }

  /// Opens the articles' database. @throws IndexError (missing).
  [[nodiscard]] Xapian::Database open_articles() const;

  // Articles.
  [[nodiscard]] ArticleMeta meta(std::uint32_t article) const;
  [[nodiscard]] std::string_view text(std::uint32_t article) const noexcept;
  [[nodiscard]] std::string_view id(std::uint32_t article) const noexcept {
    const auto bytes = ids_[article];
    return {bytes.data(), bytes.size()};
  }
  [[nodiscard]] std::string_view title(std::uint32_t article) const noexcept {
    const auto bytes = titles_[article];
    return {bytes.data(), bytes.size()};
  }
  [[nodiscard]] DayRange published(std::uint32_t article) const noexcept {
    return published_[article];
  }
  [[nodiscard]] OrdinalRange events_of(std::uint32_t article) const noexcept {
    return {article_events_[article], article_events_[article + 1]};
  }
  /// What found its dates, countries and organizations (Manifest::extractor).
  [[nodiscard]] std::string_view extractor(std::uint32_t article) const noexcept {
    return extractors_.text(article_extractor_[article]);
  }
  /// Where in its text each page begins; empty where it has none, or a version that kept none read it.
  [[nodiscard]] std::span<const std::uint32_t> page_starts(std::uint32_t article) const noexcept {
    return pages_.starts(article);
  }
  [[nodiscard]] TokenCursor article_tokens(std::uint32_t article) const noexcept;

  ListColumn<BlockRow> blocks;
  ListColumn<MentionRow> mentions;
  ListColumn<std::uint16_t> article_countries;
  ListColumn<std::uint16_t> article_about;
  ListColumn<std::uint16_t> article_organizations;
  ListColumn<std::uint32_t> article_authors;
  ListColumn<DateRow> article_dates;

  // Events.
  [[nodiscard]] std::uint32_t article_of(std::uint32_t event) const noexcept {
    return event_article_[event];
  }
  [[nodiscard]] DayRange days(std::uint32_t event) const noexcept { return event_days_[event]; }
  [[nodiscard]] Precision precision(std::uint32_t event) const noexcept {
    return event_precisions_[event];
  }
  [[nodiscard]] EventOrigin origin(std::uint32_t event) const noexcept {
    return event_origins_[event];
  }
  [[nodiscard]] std::span<const DayRange> event_days() const noexcept { return event_days_; }
  [[nodiscard]] const EventRow& event(std::uint32_t event) const noexcept {
    return event_rows_[event];
  }
  [[nodiscard]] TokenCursor event_tokens(std::uint32_t event) const noexcept;
  /// "article-id#0123abcd", and ".2" behind it for the second of that name.
  [[nodiscard]] std::string event_id(std::uint32_t event) const;

  ListColumn<std::uint16_t> event_countries;
  ListColumn<std::uint16_t> event_organizations;

  Postings event_postings;  ///< by number of term

  Dictionary terms;
  Dictionary words;
  /// The term of a word of the dictionary words.
  [[nodiscard]] std::uint32_t term_of_word(std::uint32_t word) const noexcept {
    return word_terms_[word];
  }
  Dictionary authors;
  Dictionary rules;
  Dictionary organizations;

 private:
  void check_shape() const;
  void mark_live(const SegmentEntry& entry);

  std::filesystem::path directory_;
  int lock_fd_ = -1;  // shared lock: a sweeper leaves the files of a segment that is being read
  std::uint32_t articles_;
  std::uint32_t events_;
  Columns columns_;
  MappedFile texts_;
  MappedFile tokens_;
  std::span<const std::uint64_t> text_offsets_;
  std::span<const std::uint64_t> token_offsets_;
  std::span<const std::uint64_t> meta_offsets_;
  std::string_view meta_;
  std::span<const DayRange> published_;
  ListColumn<char> ids_;
  ListColumn<char> titles_;
  std::span<const std::uint32_t> article_lengths_;
  std::span<const std::uint32_t> event_lengths_;
  std::span<const std::uint16_t> article_extractor_;
  Dictionary extractors_;
  PageColumns pages_;
  std::span<const std::uint32_t> article_events_;
  std::span<const std::uint32_t> event_article_;
  std::span<const DayRange> event_days_;
  std::span<const Precision> event_precisions_;
  std::span<const EventOrigin> event_origins_;
  std::span<const EventRow> event_rows_;
  std::span<const std::uint32_t> word_terms_;
  Bitmap live_articles_;
  Bitmap live_events_;
  bool has_removed_ = false;
};

}  // namespace dateline
