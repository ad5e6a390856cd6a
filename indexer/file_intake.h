// From files to articles that are to be annotated.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/article_reader.h"
#include "index/source_records.h"
#include "indexer/annotate/annotation_task.h"
#include "indexer/batch.h"
#include "indexer/index_options.h"
#include "indexer/read_ahead.h"
#include "indexer/sources/source_recording.h"

namespace dateline {

/// Reads the files of a batch, or knows that they need not be read; decides about each article, and
/// records what was found. Counts what it decides in the batch's report and progress.
class FileIntake {
 public:
  struct Output {
    std::function<void(AnnotationTask&&)> submit;  ///< an article that is to be indexed
    std::function<void()> on_progress;             ///< the progress has changed
    IndexReport& report;
    IndexProgress& progress;
  };

  /// All that is referred to must outlive it.
  FileIntake(const IndexOptions& options, Batch& batch, const DateFinder& dates, Output output,
             const std::stop_token& stop);

  /// Begins to read, on other threads, files that will be read when look_at() comes to them: of
  /// `files` those from `next` on, as far as there is room.
  void look_ahead(const std::vector<SourceFile>& files, std::size_t next);
  /// Takes a file as unchanged, or reads it. A stop request leaves it in the middle.
  void look_at(const SourceFile& file);
  /// When all files have been seen: do other paths still have what duplicates were of, and the ids
  /// that belonged to them? Reads those again where not.
  void settle_put_off();
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
  // An article whose id belongs to another source.
  struct Dispute {
    std::string id;
    std::size_t ordinal = 0;
    Found found;
  };

  // A file some of whose articles, or of their ids, are another path's, which may still lose them
  // in this batch.
  struct PutOff {
    SourceFile file;
    SourceRecord record;
    std::vector<Dispute> disputes;
  };

  // The file being read.
  struct Reading {
    SourceRecord record;
    std::size_t ordinal = 0;  // of the article in it
    std::uint64_t bytes = 0;  // that were read; of text, where the file does not tell
    bool tells_bytes = false;
    bool has_duplicates = false;
    bool has_conflicts = false;
    std::vector<Dispute> disputes = {};
    std::unordered_map<std::string, std::string> told = {};  // hashes by id, of a feed's file as
                                                             // it was when it was last read
  };

  bool keep(const SourceFile& file, const SourceRecord& record);
  [[nodiscard]] std::string feed_of(const std::optional<SourceRecord>& before) const;
  void read(const SourceFile& file, const std::optional<SourceRecord>& before, std::string feed);
  [[nodiscard]] ReadingEnd replay(ReadFile&& file, const SourceSink& sink) const;
  void finish_record(const SourceFile& file, const std::optional<SourceRecord>& before);
  void put_record(const SourceFile& file, SourceRecord&& record);
  void settle(PutOff& put_off);
  [[nodiscard]] bool is_held_elsewhere(const SourceArticle& article, const std::string& path) const;
  [[nodiscard]] bool settle_disputes(PutOff& put_off);
  [[nodiscard]] std::string wanted_id(const SourceFile& file, const std::string& hash) const;
  [[nodiscard]] Found describe(const Article& article, const SourceFile& file) const;
  void take(Article&& article, const SourceFile& file);
  bool is_duplicate(const Article& article, const Found& found);
  [[nodiscard]] bool is_news(const std::string& id, const std::string& hash) const;
  [[nodiscard]] Standing standing(const std::string& id, const Found& found) const;
  bool is_in_the_way(Standing standing, const std::string& id, const Found& found);
  void send(Article&& article, Found&& found, const SourceFile& file);
  [[nodiscard]] bool counts_others() const;
  [[nodiscard]] std::uint64_t& counter_of(Novelty novelty);
  void problem(std::string message);
  void tell(Problem&& problem);
  void show_progress_within(std::uint64_t bytes);

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
  ReadAhead ahead_;
  std::size_t next_ahead_ = 0;  // of the batch's files: the first that was not looked at for it
  Reading reading_;
  PendingRecords pending_;
  std::vector<PutOff> put_off_;
  std::uint64_t submitted_ = 0;           // articles handed in to be written
  std::deque<std::uint64_t*> unwritten_;  // of each of them that is not yet: what counts it
  std::uint64_t bytes_before_ = 0;        // of the files before the one being read
  bool settling_ = false;                 // the files are through; duplicates are looked at again
};

}  // namespace dateline
