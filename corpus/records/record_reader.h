// Files of many articles, one record a line: what their kinds have in common.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/input/byte_stream.h"
#include "corpus/input/line_reader.h"
#include "corpus/reading.h"

namespace dateline {

/// A record is at most so long; a longer one is refused, and passed over without being kept.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{64} << 20;

/// A record that cannot be an article; the message is the reason.
class RecordError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Makes of one line an article without its structure, or nullopt where the line is no record (a
/// header). `notes` receives what was left out of the record. Behind the line
/// LineReader::kPaddingBytes bytes may be read.
/// @throws RecordError when it is no article.
using ParseRecord =
    std::function<std::optional<Article>(std::string_view line, std::vector<std::string>& notes)>;

/// Reads one file's records, one line at a time. Empty lines, a BOM and CRLF are passed over. A
/// record that is refused, or whose id another record of the file has, goes to `sink.problem` as
/// skipped; notes go there as altered. If the file breaks off (damaged gzip data, the size limit),
/// what was read before stands, and the rest is a problem. An article whose `published` is a single
/// day is a log (structure.h). Memory: one record, and every id of the file.
class RecordReader {
 public:
  /// @param path goes to Article::source_path. All that is given must outlive the reader.
  RecordReader(ByteStream& stream, const std::string& path, const ReadOptions& options,
               const DateFinder& dates, const ReadSink& sink);

  /// @throws CorpusError when the file has no record at all, is binary, or breaks off before the
  /// first article.
  void run(const ParseRecord& parse);
  /// Records may have empty lines in them: they are handed over, too.
  void keep_empty_lines() noexcept { keeps_empty_lines_ = true; }

 private:
  bool next_line(LineReader::Line& line);
  bool read_record(const LineReader::Line& line, const ParseRecord& parse);
  void claim_id(const std::string& id, std::size_t line);

  LineReader lines_;
  const std::string& path_;
  std::string file_name_;
  const ReadOptions& options_;
  const DateFinder& dates_;
  const ReadSink& sink_;
  std::unordered_map<std::string, std::size_t> ids_;  ///< with the line of each
  std::size_t records_ = 0;
  std::size_t articles_ = 0;
  bool keeps_empty_lines_ = false;
};

/// Finds the structure of a record's article, whose metadata are known: of a log where it was
/// published on a single day, else as of a text file.
void find_record_structure(Article& article, std::string_view file_name, const ReadOptions& options,
                           const DateFinder& dates);

/// Sets when the article was published from a record's field `name` (see parse_period); white space
/// alone says nothing, and what is not understood becomes a note.
void set_published(std::string_view name, std::string_view value, const DateFinder& dates,
                   Article& article, std::vector<std::string>& notes);

}  // namespace dateline
