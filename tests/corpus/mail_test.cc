// Letters in EML and mbox.
#include <string>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Catch::Contains;

const std::string kHead =
    "From: =?UTF-8?Q?Bj=C3=B8rn_Berg?= <bjorn@example.org>\r\n"
    "To: list@example.org\r\n"
    "Subject: =?UTF-8?Q?A_quiet_border?=\r\n"
    "Date: Thu, 3 May 2001 23:30:00 -0500\r\n"
    "MIME-Version: 1.0\r\n";

TEST_CASE("a letter has its subject, sender and day", "[corpus][mail]") {
  const auto article =
      read_one("a.eml", kHead +
                            "Content-Type: text/plain; charset=iso-8859-1\r\n"
                            "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                            "The envoys met in Malm=F6 yesterday.\r\n\r\nAnd on it "
                            "went.\r\n");
  CHECK(article.title == "A quiet border");
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0].name == "Bjørn Berg");
  CHECK(article.published == parse_iso_interval("2001-05-03"));
  CHECK(article.published_source == Source::metadata);
  CHECK(describe(article) ==
        "paragraph: The envoys met in Malmö yesterday.\nparagraph: And on it went.\n");
}

TEST_CASE("of two forms of a letter the plain one is read, and attachments are counted",
          "[corpus][mail]") {
  const auto reading = read_bytes(
      "a.eml", kHead +
                   "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n"
                   "Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\n"
                   "Content-Type: text/plain\r\n\r\nPlain words.\r\n--a\r\n"
                   "Content-Type: text/html\r\n\r\n<p>Rich words.</p>\r\n--a--\r\n--m\r\n"
                   "Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n"
                   "--m--\r\n");
  REQUIRE(reading.articles.size() == 1);
  CHECK_THAT(reading.articles[0].text, Contains("Plain words.") && !Contains("Rich"));
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].message == "1 attachment not read");
  CHECK_FALSE(reading.problems[0].skipped);
}

TEST_CASE("a letter in HTML is read as a page", "[corpus][mail]") {
  const auto article = read_one("a.eml", kHead +
                                             "Content-Type: text/html; charset=utf-8\r\n"
                                             "Content-Transfer-Encoding: base64\r\n\r\n"
                                             "PHA+UmljaCB3b3Jkcy48L3A+PHA+TW9yZS48L3A+\r\n");
  CHECK(describe(article) == "paragraph: Rich words.\nparagraph: More.\n");
}

TEST_CASE("each message of a mailbox is an article", "[corpus][mail]") {
  const std::string message = "From b@example.org Thu May  3 2001\n" + kHead +
                              "\nFirst words are here.\n>From here on.\n\n";
  const auto reading = read_bytes(
      "a.mbox", message + "From c@example.org Fri May  4 2001\nSubject: B\n\nOther words.\n\n" +
                    "From d@example.org Fri May  4 2001\nSubject: C\n\n\n");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].title == "A quiet border");
  CHECK(reading.articles[1].title == "B");
  CHECK_FALSE(reading.articles[1].published);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].message == "message 3 has no text");
}

TEST_CASE("letters made to do harm cost themselves only", "[corpus][mail]") {
  std::string nested = kHead;
  for (int i = 0; i < 5000; ++i) {
    const auto mark = "b" + std::to_string(i);
    nested += "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\n";
  }
  const auto deep = read_bytes("a.eml", nested + "\nwords\n");
  CHECK((deep.articles.size() == 1 || !deep.refusal.empty()));
  CHECK_THAT(read_bytes("a.eml", "no header here\n\nText.").refusal, Contains("no message"));
  CHECK_THAT(read_bytes("a.mbox", "Text.").refusal, Contains("no mailbox"));
  CHECK_THAT(read_bytes("a.eml", kHead + "\n").refusal, Contains("no text"));
  const auto cut = read_bytes("a.eml", kHead +
                                           "Content-Type: multipart/mixed; boundary=m\n\n--m\n"
                                           "Content-Type: text/plain\n\nCut off");
  CHECK(cut.articles.size() == 1);
}

}  // namespace
}  // namespace dateline::test
