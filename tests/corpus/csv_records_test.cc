// Comma-separated values.
#include <string>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Catch::Contains;

TEST_CASE("columns of CSV are known by their names", "[corpus][csv]") {
  const auto reading = read_bytes(
      "a.csv",
      "\xEF\xBB\xBFID,Pub Date,Headline,Author,Notes on x,Body\r\n"
      "7,2001-05-03,\"A \"\"quiet\"\" border\",\"Ann Poe, Bo Li\",x,\"Norway met\nSweden.\n\nThen, "
      "left.\"\r\n"
      "8,2001,Short,,,\r\n"
      "9,2001,,,,\r\n"
      "10,some day,T,,,The text is here.\r\n"
      "11,2001,a,b,c,d,e\r\n");
  REQUIRE(reading.articles.size() == 3);
  const auto& first = reading.articles[0];
  CHECK(first.id == "7");
  CHECK(first.title == "A \"quiet\" border");
  CHECK(first.authors.size() == 2);
  CHECK(first.published == parse_iso_interval("2001-05-03"));
  CHECK(first.text == "Norway met\nSweden.\n\nThen, left.");
  CHECK(reading.articles[1].text == "Short");
  REQUIRE(reading.problems.size() == 3);
  CHECK_THAT(reading.problems[0].message, Contains("neither a title nor a text"));
  CHECK_THAT(reading.problems[1].message, Contains("no date that is understood"));
  CHECK_THAT(reading.problems[2].message, Contains("7 values where"));
}

TEST_CASE("separators are those of the first line", "[corpus][csv]") {
  for (const auto* const bytes : {"date;text\n2001;A, b.\n", "date\ttext\n2001\tA, b.\n",
                                  "date|text\n2001|A, b.\n", "text,date\n\"A, b.\",2001\n"}) {
    CAPTURE(bytes);
    const auto article = read_one("a.csv", bytes);
    CHECK(article.text == "A, b.");
    CHECK(article.published == year_interval(2001));
  }
}

TEST_CASE("CSV that cannot be read is refused, or told", "[corpus][csv]") {
  CHECK_THAT(read_bytes("a.csv", "x,y\n1,2\n").refusal,
             Contains("no column is a text or a title") && Contains("names x, y"));
  CHECK_FALSE(read_bytes("a.csv", "").refusal.empty());
  const auto open = read_bytes("a.csv", "text\nOne is here.\n\"open\nand on\n");
  CHECK(open.articles.size() == 1);
  REQUIRE(open.problems.size() == 1);
  CHECK_THAT(open.problems[0].message, Contains("a quote does not close"));
  const auto bad = read_bytes("a.csv", "text\n\xFF\xFE\nOne is here.\n");
  CHECK(bad.articles.size() == 1);
  CHECK(bad.problems.size() == 1);
}

}  // namespace
}  // namespace dateline::test
