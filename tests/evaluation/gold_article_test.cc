#include "evaluation/gold_article.h"

#include <string>

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Catch::Contains;

TEST_CASE("an article's labels are read from its folder", "[evaluation][gold]") {
  const TempDir dir;
  (void)dir.write("article-structure.json", R"({"size_bytes": 22308, "title": {}})");
  (void)dir.write("article-dates.tsv",
                  "# begin end\n"
                  "40\t44\tJune\t2001-06-01/2001-06-30\tprose\tmonth;year_inferred,doubtful;month\n"
                  "3\t12\tlate 1980s\t1987-01-01/1989-12-31\tprose\tdecade;approximate;doubtful\n");
  (void)dir.write("article-countries.tsv", "2\t7\tKorean War\tKR,KP\n");
  (void)dir.write("article-events.tsv",
                  "1\t50\t90\t2001-01-06/2001-01-06\tRU,CN\tA delegation\n"
                  "2\t91\t99\t2001-01-07/2001-01-08\t-\tNobody\n");
  const auto gold = read_gold_article(dir.path());
  CHECK(gold.problems.empty());
  CHECK(gold.size_bytes == 22308);
  REQUIRE(gold.dates);
  REQUIRE(gold.dates->rows.size() == 2);  // in order of the text
  CHECK(gold.dates->rows[0].text == "late 1980s");
  CHECK(gold.dates->rows[0].value == "1987-01-01/1989-12-31");
  CHECK(gold.dates->rows[0].line == 3);
  CHECK_FALSE(gold.dates->rows[0].doubtful);  // a class of that name is no flag
  CHECK(gold.dates->rows[1].doubtful);
  CHECK(gold.dates->rows[1].span == Span{40, 44});
  REQUIRE(gold.countries);
  CHECK(gold.countries->rows.at(0).value == "KP,KR");
  REQUIRE(gold.events);
  CHECK(gold.events->rows.at(0).value == "2001-01-06/2001-01-06 CN,RU");
  CHECK(gold.events->rows.at(1).value == "2001-01-07/2001-01-08");
}

TEST_CASE("what is missing or malformed in the folder is reported, and the rest is read",
          "[evaluation][gold]") {
  const TempDir dir;
  (void)dir.write("article-structure.json", "{");
  (void)dir.write("article-countries.tsv",
                  "2\t7\tPeru\tPE\n7\t2\tPeru\tPE\nx\t2\tPeru\tPE\n2\t7\tPeru\t-\n"
                  "2\t7\tPeru\tPE\textra\n-2\t7\tPeru\tPE\n2\t99999999999\tPeru\tPE\n");
  (void)dir.write("article-events.tsv", "1\t5\t9\t2001-01-06\tRU\tA delegation\n");
  const auto gold = read_gold_article(dir.path());
  CHECK_FALSE(gold.size_bytes);
  CHECK_FALSE(gold.dates);
  REQUIRE(gold.countries);
  CHECK(gold.countries->rows.size() == 1);
  REQUIRE(gold.problems.size() == 9);
  CHECK_THAT(gold.problems[0].reason, Contains("not JSON"));
  CHECK_THAT(gold.problems[1].path, Contains("article-dates.tsv"));
  CHECK_THAT(gold.problems[2].reason, Contains("the span 7-2 is empty"));
  CHECK(gold.problems[2].line == 2);
  CHECK_THAT(gold.problems[3].reason, Contains("'x' and '2' are no byte offsets"));
  CHECK_THAT(gold.problems[4].reason, Contains("no country code"));
  CHECK_THAT(gold.problems[5].reason, Contains("5 tab-separated columns where 4 belong"));
  CHECK_THAT(gold.problems[6].reason, Contains("no byte offsets"));
  CHECK_THAT(gold.problems[7].reason, Contains("no byte offsets"));
  CHECK_THAT(gold.problems[8].reason, Contains("'2001-01-06' is no interval"));
}

TEST_CASE("a structure without the article's size is a problem", "[evaluation][gold]") {
  for (const std::string json : {"[]", "{}", R"({"size_bytes": "1"})", R"({"size_bytes": -1})"}) {
    CAPTURE(json);
    const TempDir dir;
    (void)dir.write("article-structure.json", json);
    const auto gold = read_gold_article(dir.path());
    CHECK_FALSE(gold.size_bytes);
    REQUIRE_FALSE(gold.problems.empty());
    CHECK_THAT(gold.problems[0].reason, Contains("size_bytes"));
  }
}

TEST_CASE("a label that does not stand where it says is left out", "[evaluation][gold]") {
  GoldArticle gold;
  gold.countries = Labels{"c.tsv",
                          {{1, {0, 4}, "Peru", "PE", false},
                           {2, {5, 16}, "Ivory Coast", "CI", false},  // over a line end
                           {3, {1, 5}, "Peru", "PE", false},
                           {4, {12, 40}, "Coast", "CI", false}}};
  drop_misplaced_labels("Peru\nIvory\nCoast", gold);
  CHECK(gold.countries->rows.size() == 2);
  REQUIRE(gold.problems.size() == 2);
  CHECK(gold.problems[0].line == 3);
  CHECK_THAT(gold.problems[0].reason, Contains("'Peru' does not stand at bytes 1-5"));
  CHECK_THAT(gold.problems[1].reason, Contains("behind the article's end (16)"));
}

}  // namespace
}  // namespace dateline::test
