// Writes one segment.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "index/column_table.h"
#include "index/file_writer.h"
#include "index/segment.h"
#include "index/token_stream.h"
#include "indexer/annotate/indexed_article.h"
#include "indexer/segment/article_database.h"

namespace dateline {

class ColumnMerger;

/// Builds a segment in a directory of its own, article by article; nobody sees it until a manifest
/// names it. What a segment holds: index/schema.h. One object a thread.
class SegmentWriter {
 public:
  /// Makes the directory, which must not exist; the destructor removes it again unless finish()
  /// came to its end.
  /// @throws IndexError (io).
  explicit SegmentWriter(const std::filesystem::path& directory);
  ~SegmentWriter();
  SegmentWriter(SegmentWriter&&) = delete;

  /// Adds an article and its events. @return false once a stop is requested: the segment can then
  /// only be given up. @throws IndexError (io).
  bool add(const IndexedArticle& article, const std::stop_token& stop = {});

  /// For merging: articles of this segment follow, through add_from(), in their order. Where none
  /// of it is removed all of them must, and their Xapian documents are copied as they are. It must
  /// keep until finish().
  void begin_merging(const Segment& segment);
  /// Adds an article of the segment that is being merged. Its columns are taken over; `restored` is
  /// what else the new segment needs of it: meta, text, tokens and events, and, where some of the
  /// segment is removed, all that its document is made of. @throws IndexError (io).
  void add_from(std::uint32_t article, const IndexedArticle& restored);

  [[nodiscard]] std::uint32_t article_count() const noexcept { return article_count_; }
  [[nodiscard]] std::uint32_t event_count() const noexcept { return event_count_; }
  /// Bytes of text added.
  [[nodiscard]] std::uint64_t text_bytes() const noexcept { return text_bytes_; }

  /// Writes what is still in memory, seals it (checksums.h) and syncs all of it to disk; then the
  /// segment may be published. Once that is done, does nothing. @return false once a stop is
  /// requested, as add(). @throws IndexError (io).
  bool finish(const std::stop_token& stop = {});
  /// How a manifest names it. Requires finish().
  [[nodiscard]] SegmentEntry entry() const;

 private:
  void check_whole(const std::string& seal) const;
  void add_document(const IndexedArticle& article);
  void add_text(const IndexedArticle& article);
  void add_columns(const IndexedArticle& article);
  void add_mentions(const IndexedArticle& article);
  void add_event_columns(const Event& event);
  void add_words(const Segment& segment);
  void add_word(std::string_view word, std::uint32_t term);
  void map_vocabulary(const IndexedArticle& article);
  template <typename AddColumns>
  bool add_tokens_and_events(const IndexedArticle& article, const std::stop_token& stop,
                             AddColumns add_columns);
  void add_event_row(const Event& event, std::uint64_t tokens, std::uint32_t token_base);
  void add_event_postings(const IndexedArticle& article, const Event& event);

  std::filesystem::path directory_;
  std::string seal_;  // empty until finished
  std::uint32_t article_count_ = 0;
  std::uint32_t event_count_ = 0;
  std::uint64_t text_bytes_ = 0;
  ArticleDatabase articles_;
  FileWriter texts_;
  FileWriter tokens_;
  TokenEncoder encoder_;
  ColumnBuilders columns_;  // in memory until finish()
  const Segment* merged_ = nullptr;
  std::unique_ptr<ColumnMerger> merger_;  // of merged_
  std::vector<std::uint32_t>
      term_ids_;  // of the current article's vocabulary, in the segment's dictionary
  std::vector<std::uint32_t> counts_;  // scratch: occurrences by vocabulary index
  std::vector<std::uint32_t> used_;    // scratch: of them, those that are not 0
};

}  // namespace dateline
