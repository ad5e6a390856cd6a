#include "corpus/article_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "corpus/books/epub_reader.h"
#include "corpus/html/html_reader.h"
#include "corpus/input/byte_stream.h"
#include "corpus/input/file_kind.h"
#include "corpus/input/text_decoder.h"
#include "corpus/mail/mail_reader.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/office/docx_reader.h"
#include "corpus/office/odt_reader.h"
#include "corpus/pdf/pdf_reader.h"
#include "corpus/reading.h"
#include "corpus/records/csv_records.h"
#include "corpus/records/json_file.h"
#include "corpus/records/json_lines.h"
#include "corpus/records/tsv_records.h"
#include "corpus/structure/front_matter.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/structure.h"
#include "corpus/tei/tei_reader.h"
#include "corpus/zip_reader.h"
#include "language/utf8.h"

namespace dateline {
namespace {

void apply(FrontMatter&& front, const ReadOptions& options, Article& article) {
  article.id = std::move(front.id).value_or("");
  article.title = std::move(front.title).value_or("");
  if (!article.title.empty()) article.title_source = Source::front_matter;
  if (front.language) article.language_source = Source::front_matter;
  article.language = std::move(front.language).value_or(article.language);
  for (auto& name : front.authors) {
    Author author;
    author.name = std::move(name);
    article.authors.push_back(std::move(author));
    article.authors_source = Source::front_matter;
  }
  if (front.published) {
    article.published = front.published;
    article.published_source = Source::front_matter;
    article.published_from = std::move(front.published_words);
  } else if (options.published) {
    article.published = options.published;
    article.published_source = Source::option;
  }
}

void read_text(std::string bytes, FileKind kind, const ReadJob& job) {
  Article article;
  article.source_path = job.path.string();
  auto decoded = decode_text(std::move(bytes), article.source_path);
  const auto begin = front_matter_end(decoded.text);
  const auto body = trim(std::string_view{decoded.text}.substr(begin));
  if (body.empty()) {
    const bool empty = decoded.text.empty();
    throw CorpusError(article.source_path, 0,
                      empty ? "empty file" : "no text in it: only white space or front matter");
  }
  if (auto note = repair_note(decoded); !note.empty()) job.repaired(std::move(note));
  article.offsets_in_file = decoded.converted_from.empty() && decoded.replaced == 0;
  auto front = read_front_matter(decoded.text, job.dates);
  for (auto& problem : front.problems) {
    job.sink.problem(problem.line, std::move(problem.message), false);
  }
  apply(std::move(front), job.options, article);
  article.text = std::move(decoded.text);
  if (kind == FileKind::markdown) {
    find_markdown_structure(article, begin, job);
    if (article.blocks.empty()) job.refuse("no text in it: only code and pictures");
  } else {
    find_structure(article, {begin, Marks::plain}, job.path.filename().string(), job.dates);
  }
  job.sink.article(std::move(article));
}

void read_packed(FileKind kind, std::string&& bytes, const ReadJob& job);

void read_whole(FileKind kind, std::string bytes, const ReadJob& job) {
  switch (kind) {
    case FileKind::html:
      return read_html(std::move(bytes), job);
    case FileKind::pdf:
      return read_pdf(bytes, job);
    case FileKind::docx:
      return read_docx(bytes, job);
    case FileKind::odt:
      return read_odt(bytes, job);
    case FileKind::json:
      return read_json(bytes, job);
    case FileKind::markdown:
    case FileKind::text:
      return read_text(std::move(bytes), kind, job);
    case FileKind::tei:
      return read_tei(std::move(bytes), job);
    case FileKind::epub:
      return read_epub(bytes, job);
    case FileKind::mail:
      return read_mail(bytes, job);
    case FileKind::mailbox:
      return read_mailbox(bytes, job);
    case FileKind::zip:
      return read_zip(bytes, job, read_packed);
    case FileKind::json_lines:
    case FileKind::tsv:
    case FileKind::csv:
    case FileKind::unknown:
      break;  // read by lines, or refused before
  }
}

void read_by_lines(FileKind kind, ByteStream& stream, const ReadJob& job) {
  const auto path = job.path.string();
  if (kind == FileKind::json_lines)
    return read_json_lines(stream, path, job.options, job.dates, job.sink);
  if (kind == FileKind::tsv)
    return read_tsv_records(stream, path, job.options, job.dates, job.sink);
  return read_csv_records(stream, path, job.options, job.dates, job.sink);
}

// The same sink, told before each article how much of the file has been read.
ReadSink with_progress(const ReadSink& sink, const ByteStream& stream) {
  auto told = sink;
  if (!sink.read_so_far) return told;
  told.article = [&sink, &stream](Article&& article) {
    sink.read_so_far(stream.taken());
    sink.article(std::move(article));
  };
  return told;
}

// A file in an archive.
void read_packed(FileKind kind, std::string&& bytes, const ReadJob& job) {
  if (is_read_by_lines(kind)) {
    ByteStream stream{std::move(bytes), job.path.string(), job.options.max_file_bytes};
    return read_by_lines(kind, stream, job);
  }
  if (const auto reason = wrong_kind(kind, bytes); !reason.empty()) job.refuse(reason);
  read_whole(kind, std::move(bytes), job);
}

}  // namespace

bool is_readable_name(const std::filesystem::path& path) {
  return kind_of(path) != FileKind::unknown;
}

void read_articles(const std::filesystem::path& path, const ReadOptions& options,
                   const DateFinder& dates, const ReadSink& sink) {
  const auto kind = kind_of(path);
  if (kind == FileKind::unknown) {
    throw CorpusError(
        path.string(), 0,
        "unknown kind of file: " + known_extensions() + " are read, also with .gz behind them");
  }
  // Spans are of 32 bits, whatever the caller allows; records are checked one by one.
  const auto limit = is_read_by_lines(kind)
                         ? options.max_file_bytes
                         : std::min<std::size_t>(options.max_file_bytes,
                                                 std::numeric_limits<std::uint32_t>::max());
  ByteStream stream{path, limit};
  if (is_read_by_lines(kind)) {
    const auto told = with_progress(sink, stream);
    return read_by_lines(kind, stream, {path, options, dates, told});
  }
  const ReadJob job{path, options, dates, sink};
  auto bytes = read_all(stream);
  if (const auto reason = wrong_kind(kind, bytes); !reason.empty()) job.refuse(reason);
  read_whole(kind, std::move(bytes), job);
}

void read_plain_text(std::string bytes, const std::string& name, const ReadOptions& options,
                     const DateFinder& dates, const ReadSink& sink) {
  if (bytes.size() >
      std::min<std::size_t>(options.max_file_bytes, std::numeric_limits<std::uint32_t>::max())) {
    throw CorpusError(name, 0, fmt::format("more than {} bytes", options.max_file_bytes));
  }
  const std::filesystem::path path{name};
  read_text(std::move(bytes), FileKind::text, {path, options, dates, sink});
}

}  // namespace dateline
