// What reading a file needs and yields: the contract between read_articles and the readers of the
// formats.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

#include "corpus/article.h"
#include "language/date_interval.h"
#include "language/dates/date_finder.h"
#include "language/error.h"

namespace dateline {

/// An input that cannot be read as articles. The message is a reason a user can act on, without the
/// path ("no such file", "binary file: 312 NUL bytes in the first 4096"); `path` and `line` say
/// where.
class CorpusError : public Error {
 public:
  CorpusError(std::string path, std::size_t line, const std::string& reason)
      : Error(reason), path_(std::move(path)), line_(line) {}
  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  /// 1-based; 0 when the whole file is meant.
  [[nodiscard]] std::size_t line() const noexcept { return line_; }

 private:
  std::string path_;
  std::size_t line_;
};

/// What one file may cost. Every file may be hostile: what goes beyond a limit is refused, or
/// left out with a problem that says so.
struct ReadLimits {
  std::size_t max_markup_bytes = std::size_t{64} << 20;  ///< of HTML, JSON or a part of DOCX or ODT
  std::size_t max_depth = 1000;                          ///< of nested elements
  std::size_t max_zip_entries = 20'000;
  std::size_t max_expansion = 250;  ///< a zip part's size, in times of its size in the archive
  std::size_t max_pages = 5000;     ///< of a PDF; the first are read
  std::size_t max_pdf_text_bytes = std::size_t{64} << 20;
  std::size_t max_pdf_memory_bytes = std::size_t{2} << 30;  ///< address space of the PDF's reader
  std::chrono::seconds max_time{60};                        ///< to wait for the PDF's reader
  std::chrono::seconds max_pdf_time{3600};  ///< to wait for the reader of all PDFs of one ReadUse
};

/// What the files of a batch have taken together, whatever thread reads them.
class ReadUse {
 public:
  using Duration = std::chrono::steady_clock::duration;

  /// Spent on waiting for the PDFs' reader.
  [[nodiscard]] Duration pdf_time() const noexcept { return Duration{pdf_ticks_.load()}; }
  void add_pdf_time(Duration time) noexcept { pdf_ticks_ += time.count(); }

 private:
  std::atomic<Duration::rep> pdf_ticks_{0};
};

/// Limits and settings of reading.
struct ReadOptions {
  /// A larger file (after inflation, too) is refused.
  std::size_t max_file_bytes = std::size_t{256} << 20;
  ReadLimits limits;
  std::optional<DateInterval> published;  ///< for articles that do not say
  ReadUse* use = nullptr;                 ///< what this file adds to; nullptr: it stands alone
  std::stop_token stop = {};  ///< ends the PDF's reader in the middle: the file is refused
};

/// Receives what a reader finds, in the order of the file.
struct ReadSink {
  /// One article. `id` is set only where the file gives one.
  std::function<void(Article&&)> article;
  /// Something that was skipped or repaired; reading goes on. `line` as in CorpusError.
  /// `skipped` says whether content was left out (a record refused) or only altered (an encoding
  /// converted).
  std::function<void(std::size_t line, std::string message, bool skipped)> problem;
  /// Asked after each article of a file that may hold several: whether to leave the rest unread.
  /// Empty: never.
  std::function<bool()> is_enough = {};
  /// Told before each article of a file of records: how many bytes of the file have been read, as
  /// it stands (compressed). May be empty.
  std::function<void(std::uint64_t bytes)> read_so_far = {};
};

/// One file to be read: the arguments of read_articles, as the reader of each format takes them.
/// Refers to them; lives for one call.
struct ReadJob {
  const std::filesystem::path& path;
  const ReadOptions& options;
  const DateFinder& dates;
  const ReadSink& sink;

  /// Refuses the whole file. @throws CorpusError always.
  [[noreturn]] void refuse(const std::string& reason) const {
    throw CorpusError(path.string(), 0, reason);
  }
  /// Part of the file is left out; the rest is read.
  void left_out(std::string message) const { sink.problem(0, std::move(message), true); }
  /// Something was repaired, nothing is lost.
  void repaired(std::string message) const { sink.problem(0, std::move(message), false); }
};

}  // namespace dateline
