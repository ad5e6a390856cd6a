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

TEST_CASE("footnotes of a PDF are blocks of their own, and break no paragraph", "[corpus][pdf]") {
  const auto article = read_fixture("notes.pdf");
  CHECK(describe(article) ==
        "title: The Laws of Two Towns\n"
        "note: 1 Poe, A., Some Old Laws, in A Reader of Norway 445 (1904).\n"
        "note: 2 See for example Roe, B., The Code of Sweden (1903).\n"
        "paragraph: Poe met Roe.¹² Nothing came of it, they say, and the towns went on as they had "
        "before them. On the 3rd of May 1986 the envoys of Iraq and Turkey met in the capital to "
        "speak of water. The law of 1987 was kept, and a collection of // court records shows how "
        "the "
        "people of Denmark used them in 1991. Nobody else did so.\n"
        "paragraph: The towns are quiet now.\n"
        "note: 3 Doe, C., Fish and Law (1951).\n");
  CHECK(broken_invariant(article).empty());
  REQUIRE(article.page_starts.size() == 2);
  CHECK(article.blocks[1].span.end < article.page_starts[1]);  // a note is on its page
}

TEST_CASE("small print at the foot of a PDF's first page is a note", "[corpus][pdf]") {
  const auto article = read_fixture("foot.pdf");
  const auto blocks = describe(article);
  CHECK_THAT(blocks, Contains("note: Proceedings of the 58th Meeting, July 5 - 10, 2020."));
  CHECK_THAT(blocks, Contains("it gives the state-of-the-art // results on all of the sets"));
  CHECK_THAT(article.text, !Contains("1323"));
  CHECK_FALSE(article.published);
}

TEST_CASE("running heads that change from page to page are none of a PDF's text", "[corpus][pdf]") {
  const auto journal = read_fixture("journal.pdf");
  CHECK_THAT(journal.text, !Contains("August"));
  CHECK_THAT(describe(journal), Contains("before 5 November 2010, and may // meet outside"));
  CHECK(journal.published == parse_iso_interval("2010-08-03..2010-08-19"));
  CHECK(journal.published_source == Source::cover);
  const auto chapters = read_fixture("chapters.pdf");
  CHECK(chapters.page_starts.size() == 8);
  CHECK_THAT(chapters.text, !Contains("INQUIRY") && !Contains("BECAME"));
}

TEST_CASE("a PDF's cover shows title, authors and month, and contents are listings",
          "[corpus][pdf]") {
  const auto article = read_fixture("report.pdf");
  CHECK(article.title == "NORWAY: LAWS AND CUSTOMS");
  REQUIRE(article.authors.size() == 2);
  CHECK(article.authors[0].name == "Constance Poe");
  CHECK(article.authors[1].name == "Ann Li");
  CHECK(article.published == parse_iso_interval("2004-05"));
  CHECK(article.published_source == Source::date_line);
  const auto blocks = describe(article);
  CHECK(
      blocks.starts_with("title: NORWAY: LAWS AND CUSTOMS\nbyline: By Constance Poe and Ann Li|"
                         "Senior Research Analyst\nheading: The Library of Two Towns\n"));
  CHECK_THAT(blocks, Contains("listing: TABLE OF CONTENTS\nlisting: A. British Mandate"));
  CHECK_THAT(blocks, Contains("\nlisting: B. The Monarchy of Iraq and all that was said of it\n"));
  CHECK_THAT(blocks, Contains("heading: References\nlisting: Poe, A. (1951)."));
  CHECK_THAT(blocks, Contains("heading: II. Annex\nparagraph: In June 2003 Finland signed.\n"));
  CHECK(broken_invariant(article).empty());
}

TEST_CASE("a date in a PDF's margin is no entry, but its day of issue", "[corpus][pdf]") {
  const auto article = read_fixture("margin.pdf");
  CHECK(article.published == parse_iso_interval("2020-09-17"));
  const auto blocks = describe(article);
  CHECK_THAT(blocks, Contains("byline: 17 September 2020\n"));
  CHECK_THAT(blocks, Contains("paragraph: The following is given by the Bureau, with no promise of "
                              "any kind, for use by those who get it so that they"));
  CHECK_THAT(blocks, !Contains("2020: "));
}

TEST_CASE("days of a PDF's table stand anywhere in their rows", "[corpus][pdf]") {
  CHECK_THAT(describe(read_fixture("rows.pdf")),
             Contains("chronology-heading: Chronology\n"
                      "chronology-entry: May 3, 1999: Russia and China sign the accord in Beijing "
                      "after a long night of talks on the river and the islands in it.\n"
                      "chronology-entry: May 7, 1999: Turkey recalls its envoy from Athens because "
                      "of a quarrel over flights that nobody had foreseen.\n"
                      "chronology-entry: June 30-July 2, 1999: Japan protests.\n"));
}

TEST_CASE("large initial letters of a PDF belong to their words", "[corpus][pdf]") {
  const auto blocks = describe(read_fixture("initial.pdf"));
  CHECK_THAT(blocks,
             Contains("paragraph: Russia and China signed the accord on May 3, 1999, in the "
                      "town. The ministers of Kazakhstan"));
  CHECK_THAT(blocks, Contains("paragraph: A treaty needs two sides."));
}

TEST_CASE("blanks inside a line of a PDF are no gutter", "[corpus][pdf]") {
  CHECK_THAT(describe(read_fixture("initial.pdf")),
             Contains("went home in 1992. Sweden was not there. Nobody knew why."));
}

TEST_CASE("damage that costs no text of a PDF is told as mended", "[corpus][pdf]") {
  const auto reading = read_path(fixture("initial.pdf"));
  REQUIRE(reading.articles.size() == 1);
  REQUIRE(reading.problems.size() == 1);
  CHECK_FALSE(reading.problems[0].skipped);
  CHECK_THAT(reading.problems[0].message,
             Contains("its text is whole") && Contains("Unknown operator 'IB'"));
}

TEST_CASE("place holders of a PDF's properties are no title and no author", "[corpus][pdf]") {
  const auto article = read_fixture("initial.pdf");
  CHECK(article.title == "Border Talks");  // "untitled"
  CHECK(article.authors.empty());          // "MAC BOOK PRO"
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
