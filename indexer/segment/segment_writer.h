// Writes one segment.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "index/columns.h"
#include "index/dictionary.h"
#include "index/file_writer.h"
#include "index/postings.h"
#include "index/rows.h"
#include "index/segment.h"
#include "index/token_stream.h"
#include "indexer/annotate/indexed_article.h"
#include "indexer/segment/article_database.h"

namespace dateline {

struct SegmentColumns;

/// Builds a segment in a directory of its own, article by article; nobody sees it until a manifest
/// names it. What a segment holds: index/schema.h. One object a thread.
class SegmentWriter {
 public:
  /// Makes the directory, which must not exist; the destructor removes it again unless finish() came to its end.
  /// @throws IndexError (io).
  explicit SegmentWriter(const std::filesystem::path& directory);
  ~SegmentWriter();
  SegmentWriter(SegmentWriter&&) = delete;

  /// Notes the words of another segment, which are then looked up here too: for merging.
  void add_words(const Segment& segment);
  /// Adds an article and its events. @throws IndexError (io).
  void add(const IndexedArticle& article);

  /// For merging: takes over the Xapian documents of a segment of which nothing is removed. All its
  /// articles must follow, in their order, through add_copied(); it must keep until finish().
  void copy_documents(const std::filesystem::path& segment);
  /// Adds an article whose document comes with copy_documents(); `length` as in the column
  /// article.length.
  void add_copied(const IndexedArticle& article, std::uint32_t length);

  [[nodiscard]] std::uint32_t article_count() const noexcept;
  [[nodiscard]] std::uint32_t event_count() const noexcept;
  /// Bytes of text added.
  [[nodiscard]] std::uint64_t text_bytes() const noexcept;

  /// Writes what is still in memory, seals it (checksums.h) and syncs all of it to disk; then the
  /// segment may be published.
  /// @throws IndexError (io).
  void finish();
  /// How a manifest names it. Requires finish().
  [[nodiscard]] SegmentEntry entry() const;

 private:
  void add_columns(const IndexedArticle& article);
  void add_mentions(const IndexedArticle& article);
  void add_tokens(const IndexedArticle& article);
  void add_event_columns(const Event& event);
  void add_event_postings(const IndexedArticle& article, const Event& event);
  void map_vocabulary(const IndexedArticle& article);
  void add_word(std::string_view word, std::uint32_t term);

  std::filesystem::path directory_;
  std::string seal_;  // empty until finished
  ArticleDatabase articles_;
  FileWriter texts_;
  FileWriter tokens_;
  TokenEncoder encoder_;
  std::unique_ptr<SegmentColumns> columns_;  // what is of fixed width, in memory until finish()
  PostingsBuilder event_postings_;
  DictionaryBuilder terms_;
  DictionaryBuilder words_;
  std::vector<std::uint32_t> word_terms_;
  DictionaryBuilder authors_;
  DictionaryBuilder rules_;
  DictionaryBuilder organizations_;
  DictionaryBuilder extractors_;
  std::vector<std::uint32_t>
      term_ids_;  // of the current article's vocabulary, in the segment's dictionary
  std::vector<std::uint32_t> counts_;  // scratch: occurrences by vocabulary index
  std::vector<std::uint32_t> used_;    // scratch: of them, those that are not 0
};

}  // namespace dateline
