#include "corpus/books/epub_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "corpus/books/epub_package.h"
#include "corpus/document/document_builder.h"
#include "corpus/html/html_reader.h"
#include "corpus/input/declared_charset.h"
#include "corpus/input/text_decoder.h"
#include "corpus/office/office_metadata.h"
#include "corpus/office/zip_archive.h"

namespace dateline {
namespace {

constexpr std::uint8_t kMaxLevel = 6;

// The title of the book stands above those of its chapters.
void lower_headings(Document& chapter) {
  for (auto& piece : chapter.pieces) {
    if (piece.level > 0) piece.level = std::min<std::uint8_t>(piece.level + 1, kMaxLevel);
  }
}

Document read_chapter(std::string&& bytes, const ReadJob& job) {
  const std::string charset{declared_charset(bytes)};
  auto decoded = decode_text(std::move(bytes), job.path.string(), charset);
  auto chapter = render_html(std::move(decoded.text), job);
  lower_headings(chapter);
  return chapter;
}

// @return false when the book's text is as long as it may be.
bool add_chapter(const ZipArchive& archive, const std::string& name, const ReadJob& job,
                 DocumentBuilder& book) {
  auto bytes = archive.part(name);
  if (!bytes) {
    job.left_out(fmt::format("a chapter is missing: its part {}", name));
  } else if (!bytes->empty()) {
    book.append(read_chapter(std::move(*bytes), job));
  }
  if (book.size_bytes() < job.options.limits.max_markup_bytes) return true;
  job.left_out(fmt::format("its text is longer than {} bytes: what follows {} is left out",
                           job.options.limits.max_markup_bytes, name));
  return false;
}

}  // namespace

void read_epub(std::string_view bytes, const ReadJob& job) {
  const ZipArchive archive{bytes, job};
  if (archive.part("META-INF/rights.xml")) job.refuse("encrypted: its rights are managed");
  EpubContainer container;
  if (!visit_part(archive, "META-INF/container.xml", job, container) ||
      container.package().empty()) {
    job.refuse("no EPUB: its part META-INF/container.xml names no package");
  }
  EpubPackage package;
  if (!visit_part(archive, container.package(), job, package))
    job.refuse("no EPUB: its part " + container.package() + " is missing");
  DocumentBuilder book;
  for (const auto& chapter : package.chapters()) {
    if (!add_chapter(archive, resolve_part(container.package(), chapter), job, book)) break;
  }
  auto document = book.take();
  document.metadata = package.take();
  emit_document(std::move(document), job);
}

}  // namespace dateline
