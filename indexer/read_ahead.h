// Files that are read before their turn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "corpus/article_reader.h"
#include "index/source_records.h"
#include "indexer/annotate/worker_pool.h"
#include "indexer/sources/source_reader.h"
#include "indexer/sources/source_recording.h"

namespace dateline {

/// What a file gave, in the order of the file.
struct ReadFile {
  SourceRecord record;  ///< begun before the file was opened
  std::vector<std::variant<Article, SourceProblem>> items;
  ReadingEnd end = ReadingEnd::complete;
};

/// Reads files on several threads, while the batch goes through them one after the other: what
/// comes out does not depend on the threads. Few files are on their way at once
/// (kFilesPerThread for each thread, kMaxBytes together), so that memory is bounded; what is larger
/// than kMaxFileBytes, or read line by line, is better read when its turn comes. Use from one
/// thread.
class ReadAhead {
 public:
  static constexpr std::size_t kFilesPerThread = 8;
  static constexpr std::uint64_t kMaxFileBytes = std::uint64_t{16} << 20;
  static constexpr std::uint64_t kMaxBytes = std::uint64_t{64} << 20;

  /// `options` and `dates` must outlive it. `published` as in begin_record(). Starts no thread
  /// before the first file.
  ReadAhead(const ReadOptions& options, const DateFinder& dates, std::string published,
            unsigned threads, std::stop_token stop);

  /// Whether a file of this name and size may be read before its turn.
  [[nodiscard]] static bool suits(const std::filesystem::path& path, const FileState& state);
  /// Whether one more of this size may be begun now.
  [[nodiscard]] bool has_room(std::uint64_t size_bytes) const noexcept;
  /// Begins to read. Requires has_room(state.size_bytes).
  void begin(const std::filesystem::path& path, const FileState& state);
  /// What the file gave, if it was begun; waits for it. Files are asked for in the order in which
  /// they were begun; those before it are dropped. @throws what reading threw beyond CorpusError.
  [[nodiscard]] std::optional<ReadFile> take(const std::filesystem::path& path);

 private:
  struct Task {
    std::filesystem::path path;
    FileState state;
  };
  struct NoState {};
  using Pool = WorkerPool<Task, ReadFile, NoState>;

  [[nodiscard]] ReadFile read(const Task& task) const;

  const ReadOptions& options_;
  const DateFinder& dates_;
  std::string published_;
  unsigned threads_;
  std::stop_token stop_;
  std::deque<Task> begun_;   ///< in their order, with those that are read
  std::uint64_t bytes_ = 0;  ///< of these files
  std::optional<Pool> pool_;
};

}  // namespace dateline
