// Editions in TEI XML.
#include <filesystem>
#include <string>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Catch::Contains;

std::string tei(const std::string& body, const std::string& header = {}) {
  return "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>"
         "<titleStmt><title type=\"complete\">A Border: Papers</title><title type=\"short\">Papers"
         "</title><author>Ann Poe</author></titleStmt><publicationStmt><p>Hill Press, 2008</p>"
         "</publicationStmt></fileDesc>" +
         header + "</teiHeader><text><body>" + body + "</body></text></TEI>";
}

std::string entry(const std::string& date, const std::string& text) {
  return "<div><head>\n  " + date + "\n</head><p>" + text + "</p></div>";
}

TEST_CASE("the header of TEI tells title, author and date", "[corpus][tei]") {
  const auto article = read_one(
      "a.xml",
      tei("<div><head>Summary</head><p>Text is here.</p></div>",
          "<profileDesc><langUsage><language ident=\"en-US\"/></langUsage></profileDesc>"));
  CHECK(article.title == "A Border: Papers");
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0].name == "Ann Poe");
  CHECK(article.published == year_interval(2008));
  CHECK(article.language == "en-US");
  CHECK_THAT(describe(article), Contains("paragraph: Text is here.\n"));
  const auto letter =
      read_one("a.xml", tei("<p>Dear Sir, all is well.</p>",
                            "<profileDesc><creation><date when=\"1789-07-27\">July</date>"
                            "</creation></profileDesc>"));
  CHECK(letter.published == parse_iso_interval("1789-07-27"));
}

TEST_CASE("divisions headed by a date are entries", "[corpus][tei]") {
  const auto article = read_one(
      "a.xml",
      tei("<div><head>1789–1899</head>" +
          entry("<date when=\"1789-07-27\">July 27, 1789</date>", "An act created it.") +
          entry("<date when=\"1789-09-11\">September 11</date>.",
                "Pay was set.</p><p>It was low.") +
          entry("<date notBefore=\"1818-01-01\" notAfter=\"1818-12-31\">1818</date>", "A year.") +
          "</div>"));
  CHECK(describe(article) ==
        "chronology-date: 1789–1899\n"
        "chronology-entry: July 27, 1789: An act created it.\n"
        "chronology-entry: September 11, 1789: Pay was set.\n"
        "chronology-entry: It was low.\n"
        "chronology-entry: 1818: A year.\n");
}

TEST_CASE("a head or two that are dates make no chronology", "[corpus][tei]") {
  const auto article = read_one("a.xml", tei(entry("<date when=\"1789-07-27\">July 27, 1789</date>",
                                                   "Dear Sir, all is well.")));
  CHECK(describe(article) == "paragraph: July 27, 1789: Dear Sir, all is well.\n");
}

TEST_CASE("dated heads of a timeline are entries of their own", "[corpus][tei]") {
  const auto article = read_one(
      "a.xml",
      tei("<div type=\"timeline\"><head>Mutual Recognition, <date when=\"1922\">1922</date>."
          "</head><p>On July 28, 1922, Blake wrote.</p></div>"
          "<div><head>The War, <date when=\"1939\">1939</date></head><p>It began.</p></div>"));
  CHECK(describe(article) ==
        "chronology-entry: Mutual Recognition, 1922.\n"
        "paragraph: On July 28, 1922, Blake wrote.\n"
        "heading: The War, 1939\n"
        "paragraph: It began.\n");
}

TEST_CASE("notes, sources and what an editor left out are no text", "[corpus][tei]") {
  const auto article = read_one(
      "a.xml",
      tei("<div><head>One</head><p>Norway<note n=\"1\"><p>See Poe, 1999.</p></note> left<hi "
          "rend=\"superscript\">2</hi><del>came</del> <choice><sic>yesterdy</sic><corr>yesterday"
          "</corr></choice>.<fw>Page 3</fw></p><list><item>First.</item><item>Second.</item></list>"
          "<listBibl><bibl>Poe, 1999.</bibl></listBibl></div>"));
  CHECK(describe(article) ==
        "heading: One\nparagraph: Norway left yesterday.\nnote: See Poe, 1999.\n"
        "paragraph: First.\nparagraph: Second.\nlisting: Poe, 1999.\n");
}

TEST_CASE("a date that contradicts its mark is reported, and its words count", "[corpus][tei]") {
  const auto reading = read_bytes(
      "a.xml", tei("<p>On <date when=\"1798-07-27\">July 27, 1789</date> and <date "
                   "when=\"1789-07\">July 1, 1789</date> and <date when=\"1789-07-28\">the day "
                   "after</date>.</p>"));
  REQUIRE(reading.articles.size() == 1);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].message ==
        "a date contradicts its mark: \"July 27, 1789\" is marked as 1798-07-27; the words count");
  CHECK_FALSE(reading.problems[0].skipped);
}

TEST_CASE("XML that is no TEI is refused, and what it declares is not read", "[corpus][tei]") {
  CHECK_THAT(
      read_bytes("a.xml", "<?xml version=\"1.0\"?><!-- x --><rss><p>Text.</p></rss>").refusal,
      Contains("no TEI"));
  CHECK_THAT(read_bytes("a.xml", "<TEI><text><p>Text.</text></TEI>").refusal,
             Contains("malformed"));
  CHECK_THAT(read_bytes("a.xml", "<TEI><text/></TEI>").refusal, Contains("no text"));
  CHECK_THAT(read_bytes("a.xml", "<!DOCTYPE html><html><p>Text.</p></html>").refusal,
             Contains("rename it to .html"));
  std::string deep = "<TEI><text>";
  for (int i = 0; i < 2000; ++i) deep += "<div>";
  CHECK_THAT(read_bytes("a.xml", deep).refusal, Contains("nest deeper than 1000"));
  const auto reading =
      read_bytes("a.xml",
                 "<!DOCTYPE TEI SYSTEM \"file:///etc/passwd\" [<!ENTITY x \"TELL\">"
                 "<!ENTITY y SYSTEM \"file:///etc/passwd\">]><TEI><text><body><p>Words "
                 "stand here, &x; and &y; too.</p></body></text></TEI>");
  for (const auto& article : reading.articles)
    CHECK_THAT(article.text, !Contains("TELL") && !Contains("root:"));
  CHECK((reading.articles.size() == 1 || !reading.refusal.empty()));
}

TEST_CASE("the Historian's timeline has all its dated heads", "[corpus][tei]") {
  const std::filesystem::path path{DATELINE_SOURCE_DIR
                                   "/../shared/archives/historian/administrative-timeline.xml"};
  if (!std::filesystem::exists(path)) {
    WARN(path << " is absent: nothing was tested");
    return;
  }
  const auto reading = read_path(path);
  REQUIRE(reading.articles.size() == 1);
  std::size_t entries = 0;
  for (const auto& block : reading.articles[0].blocks)
    entries += block.kind == BlockKind::chronology_entry ? 1 : 0;
  CHECK(entries >= 1488);
  CHECK(reading.articles[0].title == "Administrative Timeline of the Department of State");
}

}  // namespace
}  // namespace dateline::test
