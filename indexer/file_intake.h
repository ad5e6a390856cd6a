// From files to articles that are to be annotated.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "corpus/article_reader.h"
#include "index/source_records.h"
#include "indexer/annotate/annotation_task.h"
#include "indexer/batch.h"
#include "indexer/index_options.h"
#include "indexer/sources/source_recording.h"

namespace dateline {

/// Reads the files of a batch, or knows that they need not be read; decides about each article, and
/// records what was found. Counts what it decides in the batch's report and progress.
class FileIntake {
 public:
  struct Output {
    std::function<void(AnnotationTask&&)> submit;  ///< an article that is to be indexed
    std::function<void()> on_progress;             ///< the progress has changed
  };

  /// All that is referred to must outlive it.
  FileIntake(const IndexOptions& options, Batch& batch, const DateFinder& dates, Output output,
             IndexReport& report, IndexProgress& progress, const std::stop_token& stop);

  /// Takes a file as unchanged, or reads it. A stop request leaves it in the middle.
  void look_at(const SourceFile& file);
  /// When all files have been seen: do other paths still have what duplicates were of? Reads those
  /// again where not.
  void settle_duplicates();
  /// After that: reads a file from outside the batch, which has what vanished elsewhere.
  void read_again(const std::string& path);

  void note(Problem&& problem);
  /// An article was submitted, and counted in `counter` of the report.
  void count_submitted(std::uint64_t& counter);
  /// The oldest article that was submitted and not written has been written.
  void note_written() { unwritten_.pop_front(); }
  /// What is submitted and not written will never be: takes it back from the report's counters.
  void uncount_unwritten();
  /// Gives the batch the records of all articles that are written, before they are published.
  void hand_over() { pending_.hand_over(*batch_.records(), progress_.written); }

 private:
  // A file some of whose articles are another path's, which may still lose them in this batch.
  struct Duplicate {
    SourceFile file;
    SourceRecord record;
  };

  // The file being read.
  struct Reading {
    SourceRecord record;
    std::size_t ordinal = 0;  // of the article in it
    std::uint64_t text_bytes = 0;
    bool has_duplicates = false;
    bool has_conflicts = false;
  };

  bool keep(const SourceFile& file, const SourceRecord& record);
  void read(const SourceFile& file, const std::optional<FileState>& state,
            const std::optional<SourceRecord>& before);
  void finish_record(const SourceFile& file, const std::optional<SourceRecord>& before);
  [[nodiscard]] std::string wanted_id(const SourceFile& file, const std::string& hash) const;
  [[nodiscard]] Found describe(const Article& article, const SourceFile& file) const;
  void take(Article&& article, const SourceFile& file);
  bool is_duplicate(const Article& article, const Found& found);
  [[nodiscard]] std::string refusal(const std::string& id, const Found& found);
  [[nodiscard]] std::uint64_t& counter_of(Novelty novelty);
  void problem(std::string message);
  void show_progress_within(std::uint64_t text_bytes);

  const IndexOptions& options_;
  Batch& batch_;
  const DateFinder& dates_;
  Output output_;
  IndexReport& report_;
  IndexProgress& progress_;
  const std::stop_token& stop_;
  std::string published_;
  ReadUse use_;
  ReadOptions how_;  // to read: the batch's options, with what is ours
  Reading reading_;
  PendingRecords pending_;
  std::vector<Duplicate> duplicates_;
  std::uint64_t submitted_ = 0;           // articles handed in to be written
  std::deque<std::uint64_t*> unwritten_;  // of each of them that is not yet: what counts it
  std::uint64_t bytes_before_ = 0;        // of the files before the one being read
  bool settling_ = false;                 // the files are through; duplicates are looked at again
};

}  // namespace dateline
