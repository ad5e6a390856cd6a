#include "evaluation/gold_sentences.h"

#include <string>
#include <vector>

#include "corpus/article_reader.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Catch::Contains;

TEST_CASE("labelled dates are read with their anchor and intervals", "[evaluation][gold]") {
  const TempDir dir;
  const auto gold = read_date_sentences(dir.write(
      "dates.tsv",
      "\xEF\xBB\xBF# a comment\r\n\r\n"
      "2001-01-01/2001-03-31\tIn May and on June 2.\t2001-05-01/2001-05-31,2001-06-02/2001-06-02\n"
      "\tNothing here.\t\r\n"
      "-\tNor here.\t-"));
  CHECK(gold.problems.empty());
  REQUIRE(gold.rows.size() == 3);
  CHECK(gold.rows[0].line == 3);
  CHECK(gold.rows[0].text == "In May and on June 2.");
  CHECK(gold.rows[0].anchor == quarter_interval(2001, 1));
  REQUIRE(gold.rows[0].intervals.size() == 2);
  CHECK(gold.rows[0].intervals[0] == *month_interval(2001, 5));
  CHECK(gold.rows[0].intervals[1] == *day_interval(2001, 6, 2));
  for (const std::size_t i : {1U, 2U}) {
    CHECK(gold.rows[i].line == i + 3);
    CHECK_FALSE(gold.rows[i].anchor);
    CHECK(gold.rows[i].intervals.empty());
  }
}

TEST_CASE("labelled countries are read as a set of codes", "[evaluation][gold]") {
  const TempDir dir;
  const auto gold =
      read_country_sentences(dir.write("countries.tsv", "Two lands.\tRU,CN,RU\nNone.\t\n"));
  CHECK(gold.problems.empty());
  REQUIRE(gold.rows.size() == 2);
  CHECK(gold.rows[0].codes == std::vector<CountryCode>{{'C', 'N'}, {'R', 'U'}});
  CHECK(gold.rows[1].codes.empty());
}

struct BadRow {
  std::string row;
  std::string reason;
};

TEST_CASE("a malformed row is left out and reported with its line and reason",
          "[evaluation][gold]") {
  const std::vector<BadRow> dates = {
      {"2001-01-01/2001-03-31\tText", "2 tab-separated columns where 3 belong"},
      {"no tab at all", "1 tab-separated column where 3 belong (anchor, text, intervals)"},
      {"\ta\tb\tc", "4 tab-separated columns"},
      {"\t \t", "empty text"},
      {"2001Q1\tText\t", "'2001Q1' is no interval"},
      {"2001-01-01/2001-03-31,2001-01-01/2001-03-31\tText\t", "more than one interval"},
      {"\tText\t2001-02-29/2001-03-01", "'2001-02-29' is a day that does not exist"},
      {"\tText\t2001-13-01/2001-13-02", "'2001-13-01' is a day that does not exist"},
      {"\tText\t2001-03-02/2001-03-01", "'2001-03-02/2001-03-01' ends before it starts"},
      {"\tText\t2001-3-2/2001-03-02", "'2001-3-2' is no day"},
      {"\tText\t2001-03-02/2001-03-02,", "'' is no interval"},
      {"\tText\t2001-03-0x/2001-03-02", "'2001-03-0x' is no day"},
      {"\tT\xFFxt\t", "not UTF-8: byte 3 of the row"},
  };
  for (const auto& [row, reason] : dates) {
    CAPTURE(row);
    const TempDir dir;
    const auto path = dir.write("dates.tsv", "# comment\n" + row + "\n\tGood.\t\n");
    const auto gold = read_date_sentences(path);
    CHECK(gold.rows.size() == 1);
    REQUIRE(gold.problems.size() == 1);
    CHECK(gold.problems[0].path == path.string());
    CHECK(gold.problems[0].line == 2);
    CHECK_THAT(gold.problems[0].reason, Contains(reason));
  }
  const std::vector<BadRow> countries = {
      {"Text", "1 tab-separated column where 2 belong (text, codes)"},
      {"Text\tXX", "unknown country code 'XX'"},
      {"Text\tru", "unknown country code 'ru'"},
      {"Text\tRUS", "unknown country code 'RUS'"},
      {"Text\tRU, CN", "unknown country code ' CN'"},
      {"Text\tRU,", "unknown country code ''"},
      {"\tRU", "empty text"},
  };
  for (const auto& [row, reason] : countries) {
    CAPTURE(row);
    const TempDir dir;
    const auto gold = read_country_sentences(dir.write("countries.tsv", row + "\nGood.\tSU,XK\n"));
    CHECK(gold.rows.size() == 1);
    REQUIRE(gold.problems.size() == 1);
    CHECK(gold.problems[0].line == 1);
    CHECK_THAT(gold.problems[0].reason, Contains(reason));
  }
}

TEST_CASE("a file of labels that holds none is refused", "[evaluation][gold]") {
  const TempDir dir;
  CHECK_THROWS_AS(read_date_sentences(dir.path() / "absent.tsv"), CorpusError);
  CHECK_THROWS_AS(read_date_sentences(dir.path()), CorpusError);
  for (const std::string bytes : {"", "# only a comment\n", "\n\n"}) {
    CAPTURE(bytes);
    CHECK_THROWS_AS(read_country_sentences(dir.write("empty.tsv", bytes)), CorpusError);
  }
  const std::string utf16("T\0e\0x\0t\0\t\0R\0U\0\n\0", 16);
  CHECK_THROWS_WITH(read_country_sentences(dir.write("utf16.tsv", utf16)), Contains("NUL"));
}

}  // namespace
}  // namespace dateline::test
