// Books in EPUB.
#include <string>
#include <utility>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"
#include "tests/support/stored_zip.h"

namespace dateline::test {
namespace {

using Catch::Contains;
using Parts = std::vector<std::pair<std::string, std::string>>;

const std::string kContainer =
    "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
    "full-path=\"OEBPS/content.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>"
    "</container>";

std::string package(const std::string& spine) {
  return "<package xmlns=\"http://www.idpf.org/2007/opf\" xmlns:dc=\"http://purl.org/dc/elements/"
         "1.1/\"><metadata><dc:title>A Quiet Border</dc:title><dc:creator>Poe, Ann</dc:creator>"
         "<dc:date>2001-02-19</dc:date><dc:language>en-GB</dc:language></metadata><manifest>"
         "<item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" "
         "properties=\"nav\"/>"
         "<item id=\"a\" href=\"text/one%20x.xhtml\" media-type=\"application/xhtml+xml\"/>"
         "<item id=\"b\" href=\"text/two.xhtml\" media-type=\"application/xhtml+xml\"/>"
         "<item id=\"c\" href=\"c.css\" media-type=\"text/css\"/></manifest><spine>" +
         spine + "</spine></package>";
}

Parts book(const std::string& spine) {
  return {{"mimetype", "application/epub+zip"},
          {"META-INF/container.xml", kContainer},
          {"OEBPS/content.opf", package(spine)},
          {"OEBPS/nav.xhtml", "<html><body><p>Contents 1999</p></body></html>"},
          {"OEBPS/text/one x.xhtml",
           "<?xml version=\"1.0\"?><!DOCTYPE html><html><head><title>x</title></head><body><h1>One"
           "</h1><p>The first chapter is here.</p></body></html>"},
          {"OEBPS/text/two.xhtml", "<html><body><h1>Two</h1><p>The second one.</p></body></html>"}};
}

const std::string kSpine = "<itemref idref=\"n\"/><itemref idref=\"a\"/><itemref idref=\"b\"/>";

TEST_CASE("a book is its chapters in the order of the spine", "[corpus][epub]") {
  const auto article = read_one("a.epub", stored_zip(book(kSpine)));
  CHECK(article.title == "A Quiet Border");
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0].name == "Ann Poe");
  CHECK(article.published == parse_iso_interval("2001-02-19"));
  CHECK(article.language == "en-GB");
  CHECK_THAT(describe(article), Contains("paragraph: The first chapter is here.\nheading: Two\n"
                                         "paragraph: The second one.\n") &&
                                    !Contains("1999"));
  CHECK(broken_invariant(article).empty());
}

TEST_CASE("what is outside of the reading order is left out", "[corpus][epub]") {
  const auto article = read_one(
      "a.epub", stored_zip(book("<itemref idref=\"b\"/><itemref idref=\"a\" linear=\"no\"/>")));
  CHECK_THAT(article.text, !Contains("first chapter") && Contains("second one"));
}

TEST_CASE("damaged and foreign books are refused", "[corpus][epub]") {
  CHECK_THAT(read_bytes("a.epub", "no zip").refusal, Contains("damaged"));
  CHECK_THAT(read_bytes("a.epub", stored_zip(book(kSpine)).substr(0, 900)).refusal,
             Contains("no zip archive can be read"));
  CHECK_THAT(read_bytes("a.zip", stored_zip(book(kSpine))).refusal, Contains("rename it to .epub"));
  CHECK_THAT(read_bytes("a.epub", stored_zip({{"mimetype", "application/epub+zip"}})).refusal,
             Contains("no EPUB"));
  auto missing = book(kSpine);
  missing.pop_back();
  const auto reading = read_bytes("a.epub", stored_zip(missing));
  REQUIRE(reading.articles.size() == 1);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].skipped);
  auto laughs = book(kSpine);
  laughs[2].second = "<!DOCTYPE package [<!ENTITY a \"b\">]>" + laughs[2].second;
  CHECK_THAT(read_bytes("a.epub", stored_zip(laughs)).refusal, Contains("DOCTYPE"));
}

}  // namespace
}  // namespace dateline::test
