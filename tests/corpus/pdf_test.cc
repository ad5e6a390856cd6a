// PDF files, through pdftotext.
#include <string>
#include <vector>

#include "language/date_interval.h"
#include "tests/corpus/reading.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Catch::Contains;

TEST_CASE("a PDF of LibreOffice has the structure of its document", "[corpus][pdf]") {
  const auto article = read_fixture("libreoffice.pdf");
  const auto document = describe(read_fixture("libreoffice.docx"));
  CHECK(describe(article) == document);
  CHECK(article.title == "Norway and Russia: A Line in Cold Water");
  CHECK(article.published == quarter_interval(2001, 3));
  CHECK(article.published_source == Source::chronology_heading);
  CHECK(broken_invariant(article).empty());
}

TEST_CASE("indented paragraphs, running heads and page numbers of a PDF are recognised",
          "[corpus][pdf]") {
  const auto article = read_fixture("book.pdf");
  const auto blocks = describe(article);
  CHECK_THAT(article.text, !Contains("Northern Quarterly"));
  CHECK_THAT(article.text, !Contains("– 1 –") && !Contains("–1–"));
  CHECK_THAT(blocks, Contains("heading: Fish Before Oil\nparagraph: Cod comes first"));
  CHECK_THAT(blocks, Contains("paragraph: Oil comes second, because nobody has drilled for it."));
  CHECK_THAT(blocks, Contains("heading: The Neighbors’ Reactor\nparagraph: Farther east"));
  CHECK_THAT(blocks, Contains("chronology-entry: July 12, 2001: Russia repeats its offer of joint "
                              "development in the disputed zone; Norway takes note of it.\n"));
  CHECK(broken_invariant(article).empty());
}

TEST_CASE("words cut at the ends of lines are joined, real hyphens stay", "[corpus][pdf]") {
  const auto text = read_fixture("book.pdf").text;
  CHECK_THAT(text, Contains("promising by everybody who"));
  CHECK_THAT(text, Contains("anti-pollution program is slow, well-meant and"));
  CHECK_THAT(text, Contains("the long-term worry"));
}

TEST_CASE("columns of a PDF are read one after the other", "[corpus][pdf]") {
  const auto blocks = describe(read_fixture("columns.pdf"));
  CHECK_THAT(blocks, Contains("paragraph: Cod comes first, because cod can be counted. The joint "
                              "commission on fisheries, which has met since 1976, set the quota"));
  CHECK_THAT(blocks, Contains("heading: The Neighbors’ Reactor\nparagraph: Farther east the "
                              "long-term worry is not a line but a bay."));
  CHECK_THAT(blocks, Contains("chronology-entry: Aug. 21, 2001: A Norwegian coast guard vessel "
                              "inspects a Russian trawler off Bear Island and lets it go.\n"));
}

TEST_CASE("a table of dates in a PDF is a chronology", "[corpus][pdf]") {
  const auto blocks = describe(read_fixture("table.pdf"));
  CHECK_THAT(blocks, Contains("chronology-entry: Jan. 11, 2000: Finland and Estonia open talks"));
  CHECK_THAT(blocks,
             Contains("chronology-entry: Feb. 3-4, 2000: Estonian ministers visit Helsinki, "
                      "and Finland promises support in Brussels.\n"));
  CHECK_THAT(blocks, Contains("chronology-entry: March 20, 2000: Helsinki and Tallinn publish"));
}

TEST_CASE("where each page of a PDF begins is kept", "[corpus][pdf]") {
  const auto article = read_fixture("book.pdf");
  REQUIRE(article.page_starts.size() == 3);
  CHECK(article.page_starts[0] == 0);
  const auto page = [&](std::size_t i) {
    return std::string_view{article.text}.substr(article.page_starts[i]);
  };
  CHECK(page(1).starts_with("Norwegian scientists advised a deep cut"));
  CHECK(page(2).starts_with("Chronology of Norway-Russia"));
}

TEST_CASE("a PDF that cannot be read is refused with what to do", "[corpus][pdf]") {
  CHECK(read_path(fixture("encrypted.pdf")).refusal == "encrypted: needs a password");
  CHECK_THAT(read_path(fixture("scanned.pdf")).refusal, Contains("run OCR first"));
  CHECK_THAT(read_bytes("a.pdf", "%PDF-1.7\n").refusal, Contains("cut off"));
  CHECK_THAT(read_bytes("a.pdf", "%PDF-1.7\nrubbish\n%%EOF\n").refusal, Contains("damaged PDF"));
  CHECK_THAT(read_bytes("a.pdf", "no PDF at all").refusal, Contains("not a PDF"));
}

TEST_CASE("a PDF that is cut off is refused or says that text is missing", "[corpus][pdf]") {
  const auto whole = read_file(fixture("libreoffice.pdf"));
  for (const auto size : {whole.size() / 8, whole.size() / 2, whole.size() - 100}) {
    CAPTURE(size);
    const auto reading = read_bytes("a.pdf", whole.substr(0, size));
    if (reading.articles.empty()) {
      CHECK_FALSE(reading.refusal.empty());
    } else {
      REQUIRE_FALSE(reading.problems.empty());
      CHECK(reading.problems[0].skipped);
      CHECK_THAT(reading.problems[0].message, Contains("the end of the PDF is missing"));
    }
  }
}

TEST_CASE("limits of PDFs are kept", "[corpus][pdf]") {
  ReadOptions options;
  options.limits.max_pages = 2;
  const auto reading = read_path(fixture("book.pdf"), options);
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].page_starts.size() == 2);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].message == "more than 2 pages: the others are left out");
  CHECK(reading.problems[0].skipped);
  options.limits = {};
  options.limits.max_pdf_text_bytes = 100;
  CHECK_THAT(read_path(fixture("book.pdf"), options).refusal, Contains("more than 100 bytes"));
  options.limits = {};
  options.limits.max_time = std::chrono::seconds{0};
  CHECK_THAT(read_path(fixture("book.pdf"), options).refusal, Contains("takes more than 0 s"));
  options.limits = {};
  options.limits.max_pdf_memory_bytes = std::size_t{1} << 20;
  CHECK_FALSE(read_path(fixture("book.pdf"), options).refusal.empty());
}

TEST_CASE("what the PDFs of a batch take together is bounded", "[corpus][pdf]") {
  ReadUse use;
  ReadOptions options;
  options.use = &use;
  options.limits.max_pdf_time = std::chrono::seconds{100};
  CHECK(read_path(fixture("book.pdf"), options).articles.size() == 1);
  CHECK(use.pdf_time() > ReadUse::Duration::zero());
  const auto after_one = use.pdf_time();
  CHECK(read_path(fixture("book.pdf"), options).articles.size() == 1);
  CHECK(use.pdf_time() > after_one);
  use.add_pdf_time(options.limits.max_pdf_time);
  const auto reading = read_path(fixture("book.pdf"), options);
  CHECK(reading.articles.empty());
  CHECK_THAT(reading.refusal, Contains("have taken 100 s") && Contains("--max-pdf-time"));
}

TEST_CASE("a PDF behind .gz is inflated first", "[corpus][pdf]") {
  CHECK(read_one("a.pdf.gz", gzip(read_file(fixture("book.pdf")))).page_starts.size() == 3);
}

}  // namespace
}  // namespace dateline::test
