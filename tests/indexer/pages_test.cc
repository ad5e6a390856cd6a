// The pages of articles in an index: kept by all that writes segments, and checked.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "corpus/article_reader.h"
#include "index/columns.h"
#include "index/content_hash.h"
#include "index/index_check.h"
#include "index/manifest.h"
#include "index/snapshot.h"
#include "indexer/annotate/annotator.h"
#include "indexer/batch.h"
#include "indexer/indexer.h"
#include "indexer/rebuild.h"
#include "indexer/removal.h"
#include "indexer/sources/source_recording.h"
#include "language/countries/name_overrides.h"
#include "tests/support/catch.h"
#include "tests/support/dump_index.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

namespace fs = std::filesystem;

using Starts = std::vector<std::uint32_t>;

const fs::path kBook = DATELINE_SOURCE_DIR "/tests/corpus/fixtures/book.pdf";

dateline::Article read(const fs::path& path) {
  std::vector<dateline::Article> articles;
  const dateline::ReadSink sink{
      [&](dateline::Article&& article) { articles.push_back(std::move(article)); },
      [](std::size_t, const std::string&, bool) {}};
  const dateline::Extractor extractor;
  dateline::read_articles(path, {}, extractor.dates(), sink);
  REQUIRE(articles.size() == 1);
  return articles.front();
}

class Archive {
 public:
  Archive() {
    fs::create_directory(dir_.path() / "in");
    fs::copy_file(kBook, book());
    write("a.txt");
    write("b.txt");
  }
  [[nodiscard]] fs::path index() const { return dir_.path() / "idx"; }
  [[nodiscard]] fs::path book() const { return dir_.path() / "in/book.pdf"; }
  void write(const std::string& name) const {
    (void)dir_.write("in/" + name, "Talks (" + name + ")\n\nJapan and Russia met in May 1999.\n");
  }
  [[nodiscard]] dateline::IndexReport run(const std::string& path = "in",
                                          bool reannotate = false) const {
    dateline::IndexOptions options;
    options.index = index();
    options.paths = {dir_.path() / path};
    options.threads = 1;
    options.reannotate = reannotate;
    if (reannotate) options.names = dateline::parse_name_overrides("off\tcapital\n", "names");
    return index_files(options, {}, {});
  }
  // Of the book; what is not in force has none.
  [[nodiscard]] Starts pages() const {
    const Snapshot snapshot(index());
    const dateline::Finder finder(snapshot);
    const auto where = finder.article("book.pdf");
    if (!where) return {};
    const auto starts = snapshot.segment(where->segment).page_starts(where->ordinal);
    return {starts.begin(), starts.end()};
  }
  [[nodiscard]] bool is_sound() const {
    return check_index(index(), dateline::CheckDepth::articles).damages.empty();
  }
  [[nodiscard]] std::vector<bool> segments_with_pages() const {
    std::vector<bool> all;
    for (const auto& entry : dateline::read_manifest(index()).segments) {
      const dateline::Columns columns(segment_path(index(), entry.name) / "columns");
      all.push_back(columns.has("paged.article"));
    }
    return all;
  }

 private:
  TempDir dir_;
};

// The book as a version that kept no pages wrote it.
void write_without_pages(const Archive& archive) {
  const dateline::Extractor extractor;
  auto article = read(archive.book());
  article.id = "book.pdf";
  article.source_path = fs::canonical(archive.book()).string();
  auto annotated = dateline::Annotator("en", extractor).annotate(std::move(article));
  annotated.meta.source = dateline::source_key(annotated.meta.path, 1);
  annotated.page_starts.clear();
  dateline::Batch batch(archive.index(), "en");
  batch.note_extractor(extractor.version(), to_text(extractor.overrides()));
  batch.add(annotated, std::nullopt);
  batch.publish();
  batch.finish();
}

}  // namespace

TEST_CASE("pages are kept by all that writes segments", "[indexer][pages]") {
  const auto expected = read(kBook).page_starts;
  REQUIRE(expected.size() == 3);
  const Archive archive;
  (void)archive.run("in/a.txt");
  (void)archive.run("in");
  CHECK(archive.pages() == expected);
  CHECK(archive.segments_with_pages() == std::vector<bool>{false, true});
  CHECK_THAT(dateline::test::dump_index(archive.index()),
             Contains("  page 0\n  page " + std::to_string(expected[1]) + "\n"));

  SECTION("merging, with and without articles that are gone") {
    CHECK(compact_index(archive.index(), {}, {}).done);
    CHECK(archive.pages() == expected);
    (void)remove_articles(archive.index(), {"b.txt"}, {}, {});
    CHECK(compact_index(archive.index(), {}, {}).done);
    CHECK(archive.pages() == expected);
    CHECK(archive.segments_with_pages() == std::vector<bool>{true});
    (void)remove_articles(archive.index(), {"book.pdf"}, {}, {});
    (void)compact_index(archive.index(), {}, {});  // unless removing has merged already
    CHECK(archive.segments_with_pages() == std::vector<bool>{false});
  }
  SECTION("annotating again") {
    CHECK(archive.run("in", true).renewed == 3);
    CHECK(archive.pages() == expected);
  }
  SECTION("building anew, from the source and without it") {
    dateline::RebuildOptions options;
    options.index = archive.index();
    options.threads = 1;
    CHECK(rebuild_index(options, {}, {}).read == 3);
    CHECK(archive.pages() == expected);
    fs::remove(archive.book());
    CHECK(rebuild_index(options, {}, {}).kept.size() == 1);
    CHECK(archive.pages() == expected);
  }
  CHECK(archive.is_sound());
}

TEST_CASE("a PDF that was indexed without its pages gets them with the next batch",
          "[indexer][pages]") {
  const Archive archive;
  write_without_pages(archive);
  REQUIRE(archive.pages().empty());
  CHECK(archive.is_sound());
  const auto report = archive.run("in/book.pdf");
  CHECK(report.added == 0);
  CHECK(report.replaced == 1);
  CHECK(archive.pages() == read(kBook).page_starts);
  const auto again = archive.run("in/book.pdf");
  CHECK(again.replaced == 0);
  CHECK(again.unchanged == 1);
}

TEST_CASE("what another version of its reader read is read again", "[indexer][pages]") {
  const dateline::FileState state{100, 1};
  for (const std::string path :
       {"/in/a.txt", "/in/a.html", "/in/a.docx", "/in/a.pdf", "/in/a.PDF.gz"}) {
    CAPTURE(path);
    auto record = dateline::begin_record(path, state, {});
    CHECK(dateline::is_known(record, state, {}, {}));
    record.reader = 1;
    CHECK_FALSE(dateline::is_known(record, state, {}, {}));
  }
}

TEST_CASE("pages that do not lie in their text are found by a deep check", "[indexer][pages]") {
  const TempDir dir;
  const Starts starts = GENERATE(Starts{0, 100'000}, Starts{5, 2}, Starts{0, 4});
  CAPTURE(starts);
  auto article = dateline::test::ArticleBuilder("paged").paragraph("some words of text").build();
  article.page_starts = starts;
  article.meta.hash = content_hash(article.meta, article.text);
  dateline::test::write_index(dir.path(), {{article}});
  const auto report = check_index(dir.path(), dateline::CheckDepth::articles);
  const bool is_told =
      std::any_of(report.damages.begin(), report.damages.end(),
                  [](const auto& damage) { return damage.what == "has pages outside its text"; });
  CHECK(is_told == (starts != Starts{0, 4}));
}

}  // namespace dateline::test
