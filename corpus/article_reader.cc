#include "corpus/article_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "corpus/byte_stream.h"
#include "corpus/front_matter.h"
#include "corpus/json_lines.h"
#include "corpus/line_shape.h"
#include "corpus/structure.h"
#include "corpus/text_decoder.h"
#include "language/utf8.h"

namespace dateline {
namespace {

enum class FileKind : std::uint8_t { unknown, text, markdown, json_lines };

FileKind kind_of(const std::filesystem::path& path) {
  constexpr std::array<std::pair<std::string_view, FileKind>, 5> kKinds{{
      {".txt", FileKind::text},
      {".md", FileKind::markdown},
      {".markdown", FileKind::markdown},
      {".jsonl", FileKind::json_lines},
      {".ndjson", FileKind::json_lines},
  }};
  auto name = path.filename();
  if (fold(name.extension().string()) == ".gz") name = name.stem();
  const auto extension = fold(name.extension().string());
  const auto* const known = std::find_if(kKinds.begin(), kKinds.end(),
                                         [&](const auto& kind) { return kind.first == extension; });
  return known == kKinds.end() ? FileKind::unknown : known->second;
}

void report_decoding(const DecodedText& decoded, const ReadSink& sink) {
  if (decoded.replaced > 0) {
    sink.problem(0,
                 fmt::format("{} ill-formed UTF-8 sequences replaced by U+FFFD", decoded.replaced),
                 false);
  } else if (!decoded.converted_from.empty()) {
    sink.problem(0, "converted from " + decoded.converted_from, false);
  }
}

void apply(FrontMatter&& front, const ReadOptions& options, Article& article) {
  article.id = std::move(front.id).value_or("");
  article.title = std::move(front.title).value_or("");
  article.language = std::move(front.language).value_or(article.language);
  for (auto& name : front.authors) {
    Author author;
    author.name = std::move(name);
    article.authors.push_back(std::move(author));
  }
  if (front.published) {
    article.published = front.published;
    article.published_source = Source::front_matter;
  } else if (options.published) {
    article.published = options.published;
    article.published_source = Source::option;
  }
}

void read_text(const std::filesystem::path& path, std::string bytes, Marks marks,
               const ReadOptions& options, const DateFinder& dates, const ReadSink& sink) {
  Article article;
  article.source_path = path.string();
  auto decoded = decode_text(std::move(bytes), article.source_path);
  const auto begin = front_matter_end(decoded.text);
  const auto body = trim(std::string_view{decoded.text}.substr(begin));
  if (body.empty()) {
    const bool empty = decoded.text.empty();
    throw CorpusError(article.source_path, 0,
                      empty ? "empty file" : "no text in it: only white space or front matter");
  }
  report_decoding(decoded, sink);
  article.offsets_in_file = decoded.converted_from.empty() && decoded.replaced == 0;
  auto front = read_front_matter(decoded.text, dates);
  for (auto& problem : front.problems) {
    sink.problem(problem.line, std::move(problem.message), false);
  }
  apply(std::move(front), options, article);
  article.text = std::move(decoded.text);
  find_structure_from(article, begin, path.filename().string(), marks, dates);
  sink.article(std::move(article));
}

}  // namespace

bool is_readable_name(const std::filesystem::path& path) {
  return kind_of(path) != FileKind::unknown;
}

void read_articles(const std::filesystem::path& path, const ReadOptions& options,
                   const DateFinder& dates, const ReadSink& sink) {
  const auto kind = kind_of(path);
  // Spans are of 32 bits, whatever the caller allows; records are checked one by one.
  const auto limit = kind == FileKind::json_lines
                         ? options.max_file_bytes
                         : std::min<std::size_t>(options.max_file_bytes,
                                                 std::numeric_limits<std::uint32_t>::max());
  ByteStream stream{path, limit};
  switch (kind) {
    case FileKind::unknown:
      throw CorpusError(path.string(), 0,
                        "unknown kind of file: .txt, .md, .markdown, .jsonl and .ndjson are read, "
                        "also with .gz behind them");
    case FileKind::json_lines:
      return read_json_lines(stream, path.string(), options, dates, sink);
    case FileKind::text:
      return read_text(path, read_all(stream), Marks::plain, options, dates, sink);
    case FileKind::markdown:
      return read_text(path, read_all(stream), Marks::markdown, options, dates, sink);
  }
}

void read_plain_text(std::string bytes, const std::string& name, const ReadOptions& options,
                     const DateFinder& dates, const ReadSink& sink) {
  if (bytes.size() >
      std::min<std::size_t>(options.max_file_bytes, std::numeric_limits<std::uint32_t>::max())) {
    throw CorpusError(name, 0, fmt::format("more than {} bytes", options.max_file_bytes));
  }
  read_text(name, std::move(bytes), Marks::plain, options, dates, sink);
}

}  // namespace dateline
