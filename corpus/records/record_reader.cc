#include "corpus/records/record_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "corpus/structure/line_shape.h"
#include "corpus/structure/period.h"
#include "corpus/structure/structure.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxQuotedBytes = 40;

bool is_binary(std::string_view line) noexcept {
  return std::find(line.begin(), line.end(), '\0') != line.end();
}

}  // namespace

RecordReader::RecordReader(ByteStream& stream, const std::string& path, const ReadOptions& options,
                           const DateFinder& dates, const ReadSink& sink)
    : lines_(stream, kMaxRecordBytes),
      path_(path),
      file_name_(std::filesystem::path{path}.filename().string()),
      options_(options),
      dates_(dates),
      sink_(sink) {}

void RecordReader::run(const ParseRecord& parse) {
  LineReader::Line line;
  while (next_line(line)) {
    if (line.too_long) {
      ++records_;
      sink_.problem(line.number,
                    fmt::format("record longer than {} bytes; skipped", kMaxRecordBytes), true);
      continue;
    }
    if (line.number == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.remove_prefix(3);
    if (!keeps_empty_lines_ && trim(line.text).empty()) continue;
    if (records_ == 0 && is_binary(line.text)) {
      throw CorpusError(path_, 1, "binary file: NUL bytes in its first line");
    }
    if (read_record(line, parse)) ++records_;
    if (sink_.is_enough && sink_.is_enough()) return;
  }
  if (records_ == 0) throw CorpusError(path_, 0, "empty file: no record in it");
}

// What breaks off behind good articles does not undo them.
bool RecordReader::next_line(LineReader::Line& line) {
  try {
    return lines_.next(line);
  } catch (const CorpusError& error) {
    if (articles_ == 0) throw;
    sink_.problem(
        lines_.number() + 1,
        fmt::format("{}; what follows line {} was not read", error.what(), lines_.number()), true);
    return false;
  }
}

// False when the line is no record at all.
bool RecordReader::read_record(const LineReader::Line& line, const ParseRecord& parse) {
  std::vector<std::string> notes;
  std::optional<Article> article;
  try {
    article = parse(line.text, notes);
    if (!article) return false;
    claim_id(article->id, line.number);
  } catch (const RecordError& error) {
    sink_.problem(line.number, fmt::format("{}; record skipped", error.what()), true);
    return true;
  }
  for (auto& note : notes) sink_.problem(line.number, std::move(note), false);
  article->source_path = path_;
  find_record_structure(*article, file_name_, options_, dates_);
  ++articles_;
  sink_.article(*std::move(article));
  return true;
}

void RecordReader::claim_id(const std::string& id, std::size_t line) {
  if (id.empty()) return;
  const auto [first, is_new] = ids_.try_emplace(id, line);
  if (!is_new) {
    throw RecordError(fmt::format("id \"{}\" is taken by line {}", id, first->second));
  }
}

void find_record_structure(Article& article, std::string_view file_name, const ReadOptions& options,
                           const DateFinder& dates) {
  if (!article.published && options.published) {
    article.published = options.published;
    article.published_source = Source::option;
  }
  if (article.published && article.published->first == article.published->last) {
    find_log_structure(article);
  } else {
    find_structure(article, {}, file_name, dates);
  }
}

void set_published(std::string_view name, std::string_view value, const DateFinder& dates,
                   Article& article, std::vector<std::string>& notes) {
  if (trim(value).empty()) return;
  article.published = parse_period(value, dates);
  if (article.published) {
    article.published_source = Source::metadata;
    article.published_from = value;
  } else {
    notes.push_back(fmt::format("\"{}\" is no date that is understood: \"{}\"; left out", name,
                                value.substr(0, floor_code_point(value, kMaxQuotedBytes))));
  }
}

}  // namespace dateline
