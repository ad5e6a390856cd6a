#include "corpus/json_lines.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/json_record.h"
#include "corpus/line_reader.h"
#include "corpus/line_shape.h"
#include "corpus/structure.h"

namespace dateline {
namespace {

bool is_binary(std::string_view line) noexcept {
  return std::find(line.begin(), line.end(), '\0') != line.end();
}

/// Reads one file's records.
class RecordReader {
 public:
  RecordReader(ByteStream& stream, const std::string& path, const ReadOptions& options,
               const DateFinder& dates, const ReadSink& sink)
      : lines_(stream, kMaxRecordBytes),
        path_(path),
        file_name_(std::filesystem::path{path}.filename().string()),
        options_(options),
        dates_(dates),
        sink_(sink) {
    // Documents of a record's size are allocated as they come.
    if (parser_.allocate(0, kMaxRecordDepth) != simdjson::SUCCESS) {
      throw CorpusError(path, 0, "no memory for a JSON parser");
    }
  }

  void run() {
    LineReader::Line line;
    while (next_line(line)) {
      if (line.too_long) {
        ++records_;
        sink_.problem(line.number,
                      fmt::format("record longer than {} bytes; skipped", kMaxRecordBytes), true);
        continue;
      }
      if (line.number == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.remove_prefix(3);
      if (trim(line.text).empty()) continue;
      if (records_++ == 0 && is_binary(line.text)) {
        throw CorpusError(path_, 1, "binary file: NUL bytes in its first line");
      }
      read_record(line);
    }
    if (records_ == 0) throw CorpusError(path_, 0, "empty file: no record in it");
  }

 private:
  // What breaks off behind good articles does not undo them.
  bool next_line(LineReader::Line& line) {
    try {
      return lines_.next(line);
    } catch (const CorpusError& error) {
      if (articles_ == 0) throw;
      sink_.problem(
          lines_.number() + 1,
          fmt::format("{}; what follows line {} was not read", error.what(), lines_.number()),
          true);
      return false;
    }
  }

  void read_record(const LineReader::Line& line) {
    std::vector<std::string> notes;
    Article article;
    try {
      article = parse_record(parser_, line.text, dates_, notes);
      claim_id(article.id, line.number);
    } catch (const RecordError& error) {
      sink_.problem(line.number, fmt::format("{}; record skipped", error.what()), true);
      return;
    }
    for (auto& note : notes) sink_.problem(line.number, std::move(note), false);
    article.source_path = path_;
    complete(article);
    ++articles_;
    sink_.article(std::move(article));
  }

  void claim_id(const std::string& id, std::size_t line) {
    if (id.empty()) return;
    const auto [first, is_new] = ids_.try_emplace(id, line);
    if (!is_new) {
      throw RecordError(fmt::format("id \"{}\" is taken by line {}", id, first->second));
    }
  }

  void complete(Article& article) const {
    if (!article.published && options_.published) {
      article.published = options_.published;
      article.published_source = Source::option;
    }
    if (article.published && article.published->first == article.published->last) {
      find_log_structure(article);
    } else {
      find_structure_from(article, 0, file_name_, Marks::plain, dates_);
    }
  }

  LineReader lines_;
  const std::string& path_;
  std::string file_name_;
  const ReadOptions& options_;
  const DateFinder& dates_;
  const ReadSink& sink_;
  simdjson::dom::parser parser_;
  std::unordered_map<std::string, std::size_t> ids_;
  std::size_t records_ = 0;
  std::size_t articles_ = 0;
};

}  // namespace

void read_json_lines(ByteStream& stream, const std::string& path, const ReadOptions& options,
                     const DateFinder& dates, const ReadSink& sink) {
  RecordReader{stream, path, options, dates, sink}.run();
}

}  // namespace dateline
