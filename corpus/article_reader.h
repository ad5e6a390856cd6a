// How files become articles.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "language/dates/date_finder.h"
#include "language/error.h"

namespace dateline {

/// An input that cannot be read as articles. The message is a reason a user can act on, without the
/// path
/// ("no such file", "binary file: 312 NUL bytes in the first 4096"); `path` and `line` say where.
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

/// What one file may cost. Every file is taken for hostile: what goes beyond a limit is refused, or
/// left out with a problem that says so.
struct ReadLimits {
  std::size_t max_markup_bytes = std::size_t{64} << 20;  ///< of HTML, JSON or a part of DOCX or ODT
  std::size_t max_depth = 1000;                          ///< of nested elements
  std::size_t max_zip_entries = 20'000;
  std::size_t max_expansion = 250;  ///< a zip part's size, in times of its size in the archive
  std::size_t max_pages = 5000;     ///< of a PDF; the first are read
  std::size_t max_pdf_text_bytes = std::size_t{64} << 20;
  std::size_t max_pdf_memory_bytes = std::size_t{2} << 30;  ///< address space of the PDF's reader
  std::chrono::seconds max_time{60};  ///< to parse markup, or to wait for the PDF's reader
};

/// Limits and settings of reading.
struct ReadOptions {
  std::size_t max_file_bytes = std::size_t{256}
                               << 20;  ///< a larger file (after inflation, too) is refused
  ReadLimits limits;
  std::optional<DateInterval> published;  ///< for articles that do not say
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
};

/// Whether a file of this name is one that read_articles knows (.txt .md .markdown .html .htm .pdf
/// .docx .odt .json .jsonl .ndjson .tsv, each also with .gz behind it), without regard to case.
[[nodiscard]] bool is_readable_name(const std::filesystem::path& path);

/// Reads every article of one file. The kind is told by the name; an unknown one is refused, and so
/// are bytes of another kind than the name tells (docs/formats.md).
/// @throws CorpusError when nothing of the file can be read (missing, unreadable, empty, binary,
/// too large, encrypted, unknown kind, encoding not told); a bad record inside a JSON, JSON Lines or
/// TSV file goes to sink.problem instead.
/// Whatever `sink` throws passes through.
void read_articles(const std::filesystem::path& path, const ReadOptions& options,
                   const DateFinder& dates, const ReadSink& sink);

/// Reads one article from `bytes`, as read_articles does from a .txt file. `name` stands for the
/// path that it has not ("-"). @throws CorpusError as read_articles.
void read_plain_text(std::string bytes, const std::string& name, const ReadOptions& options,
                     const DateFinder& dates, const ReadSink& sink);

/// Finds title, byline, headings, paragraphs, chronology and publication period in `article.text`,
/// and fills them in where they are not yet known (front matter and metadata win). `file_name` may
/// tell the period
/// ("2001-q1-china-russia.txt"). `markdown` makes '#' headings and list marks count.
void find_structure(Article& article, std::string_view file_name, bool markdown,
                    const DateFinder& dates);

}  // namespace dateline
