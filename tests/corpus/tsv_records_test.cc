// Tab-separated records: their columns, logs, and what is wrong with them.
#include "corpus/records/tsv_records.h"
#include "tests/support/catch.h"

#include <filesystem>
#include <string>
#include <vector>

#include "tests/corpus/reading.h"

namespace dateline::test {
namespace {

using Catch::Contains;

TEST_CASE("a record's columns become the article", "[corpus][tsv]") {
  const auto article = read_one(
      "a.tsv", " x/1 \t2001-Q1\tCN,RU\t Quiet  Border \tText is h\u00e9re. And \"there\".\n");
  CHECK(article.id == "x/1");
  CHECK(article.title == "Quiet Border");
  CHECK(article.published == quarter_interval(2001, 1));
  CHECK(article.published_source == Source::metadata);
  CHECK(article.authors.empty());
  CHECK(article.text == "Text is h\u00e9re. And \"there\".");
  CHECK_FALSE(article.offsets_in_file);
  CHECK_THAT(broken_invariant(article), Catch::Equals(""));
}

TEST_CASE("an id, a date and codes may be missing, and either the title or the body",
          "[corpus][tsv]") {
  const auto reading =
      read_bytes("a.tsv", "\t\t\t\tText alone stands here.\nt\t\t\tA Title Alone\t \n");
  CHECK(reading.problems.empty());
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].id.empty());
  CHECK_FALSE(reading.articles[0].published);
  CHECK(reading.articles[0].text == "Text alone stands here.");
  CHECK(reading.articles[1].title == "A Title Alone");
  CHECK(reading.articles[1].text == "A Title Alone");
}

TEST_CASE("a first line of the columns' names is a header", "[corpus][tsv]") {
  const std::string header = "id\tdate\tcodes\ttitle\tbody\n";
  const auto reading =
      read_bytes("a.tsv", "\xEF\xBB\xBF" + header + "1\t\t\tOne\tText.\n" + header);
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].id == "1");
  CHECK(reading.articles[1].id == "id");
  CHECK_THAT(read_bytes("a.tsv", header).refusal, Contains("no record"));
}

TEST_CASE("a bad TSV record is a problem at its line, the others are read", "[corpus][tsv]") {
  struct Case {
    std::string line;
    std::string reason;
  };
  const std::vector<Case> cases{
      {"x\t\t\tText", "4 tab-separated columns where 5 belong (id, date, codes, title, body)"},
      {"text", "1 tab-separated column where 5 belong"},
      {"x\t\t\tTitle\tbody\tmore", "6 tab-separated columns"},
      {"x\t2001\tCN\t \t ", "neither a title nor a body"},
      {"first\t\t\t\tText.", "id \"first\" is taken by line 1"},
      {"x\t\t\t\tT\xFFxt", "not UTF-8: byte 7"},
  };
  for (const auto& [line, reason] : cases) {
    CAPTURE(line);
    const auto reading =
        read_bytes("a.tsv", "first\t\t\t\tOne.\n\n" + line + "\r\nlast\t\t\t\tTwo.");
    CHECK(reading.refusal.empty());
    CHECK(reading.articles.size() == 2);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].line == 3);
    CHECK(reading.problems[0].skipped);
    CHECK_THAT(reading.problems[0].message, Contains(reason));
  }
}

TEST_CASE("a TSV date that is not understood costs only itself", "[corpus][tsv]") {
  const auto reading = read_bytes("a.tsv", "x\t2001-02-30\t\t\tOne.\n");
  REQUIRE(reading.articles.size() == 1);
  CHECK_FALSE(reading.articles[0].published);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].line == 1);
  CHECK_FALSE(reading.problems[0].skipped);
  CHECK_THAT(reading.problems[0].message, Contains("\"date\"") && Contains("2001-02-30"));
}

TEST_CASE("a TSV article of one day is a log", "[corpus][tsv]") {
  const std::string body = "A treaty on the border is signed in the capital.";
  CHECK(describe(read_one("a.tsv", "x\t2002-07-01\t\tNews\t" + body)) ==
        "log-entry: " + body + "\n");
  CHECK(describe(read_one("a.tsv", "x\t2002-07\t\tNews\t" + body)) == "paragraph: " + body + "\n");
  CHECK(describe(read_one("a.tsv", "x\t\t\tNews\t" + body)) == "paragraph: " + body + "\n");
}

TEST_CASE("a file that holds no TSV record is refused", "[corpus][tsv]") {
  CHECK_THAT(read_bytes("a.tsv", "").refusal, Contains("empty file"));
  CHECK_THAT(read_bytes("a.tsv", "\n \n").refusal, Contains("empty file"));
  CHECK_THAT(read_bytes("a.tsv", std::string("a\0\tb\n", 5)).refusal, Contains("binary file"));
  CHECK(read_bytes("a.tsv.gz", gzip("1\t\t\tOne\tText.\n")).articles.size() == 1);
}

TEST_CASE("a collection of ten thousand articles is read without a problem", "[corpus][tsv]") {
  const std::filesystem::path path{DATELINE_SHARED_DIR "/collections/reuters.tsv.gz"};
  if (!std::filesystem::exists(path)) {
    WARN("the shared collections are absent: skipped");
    return;
  }
  const auto reading = read_path(path);
  CHECK(reading.problems.empty());
  REQUIRE(reading.articles.size() == 9585);
  CHECK(reading.articles.front().published == parse_iso_interval("1987-02-26"));
}

}  // namespace
}  // namespace dateline::test
