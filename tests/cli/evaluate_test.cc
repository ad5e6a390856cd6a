// dateline evaluate, as a user runs it.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;
using Catch::EndsWith;
using Catch::StartsWith;
using nlohmann::json;

namespace {

const std::string kDates =
    "1994-04-01/1994-06-30\tThe accord of May 3, 1994, held.\t1994-05-03/1994-05-03\n"
    "1994-04-01/1994-06-30\tNobody came on May 4, 1994.\t1994-05-05/1994-05-05\n";
const std::string kCountries = "Peru and Chile met.\tCL,PE\nNobody met.\t\n";
const std::string kArticle = "Talks in Peru\n\nChile waited on May 2, 1994.\n";

void write_gold(const TempDir& dir, std::size_t size) {
  (void)dir.write("gold/article-structure.json", R"({"size_bytes": )" + std::to_string(size) + "}");
  (void)dir.write("gold/article-dates.tsv",
                  "31\t42\tMay 2, 1994\t1994-05-02/1994-05-02\tprose\tday;-;full date\n");
  (void)dir.write("gold/article-countries.tsv", "9\t13\tPeru\tPE\n15\t20\tChile\tCL\n");
  (void)dir.write("gold/article-events.tsv",
                  "1\t15\t43\t1994-05-02/1994-05-02\tCL\tnot in a chronology here\n");
}

}  // namespace

TEST_CASE("labelled dates are scored, each wrong row listed", "[cli][evaluate]") {
  const TempDir dir;
  (void)dir.write("dates.tsv", kDates);
  const auto outcome = run_dateline(dir.path(), {"evaluate", "--dates", "dates.tsv"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out ==
        "dates.tsv:2: Nobody came on May 4, 1994.\n"
        "  expected 1994-05-05/1994-05-05\n"
        "  got      1994-05-04/1994-05-04\n"
        "rows 1/2 P 0.500 R 0.500 F1 0.500\n");
}

TEST_CASE("own names count in scores", "[cli][evaluate]") {
  const TempDir dir;
  (void)dir.write("countries.tsv", "Ruritania waits for Moscow.\tRO,RU\n");
  (void)dir.write("dates.tsv", "1994-05-01/1994-05-01\tNobody came on May 4, 1994.\t\n");
  (void)dir.write("names.tsv", "add\tRuritania\tRO\noff\tfull-date\n");
  const auto outcome = run_dateline(dir.path(), {"evaluate", "--names", "names.tsv", "--dates",
                                                 "dates.tsv", "--countries", "countries.tsv"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Contains("rows 1/1") && !Contains("rows 0/1"));
}

TEST_CASE("dates and countries together give a block each", "[cli][evaluate]") {
  const TempDir dir;
  (void)dir.write("dates.tsv", kDates);
  (void)dir.write("countries.tsv", kCountries);
  const auto outcome = run_dateline(
      dir.path(), {"evaluate", "--countries", "countries.tsv", "--dates", "dates.tsv"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, StartsWith("dates.tsv:2:"));
  CHECK_THAT(outcome.out, EndsWith("rows 1/2 P 0.500 R 0.500 F1 0.500\n"
                                   "\n"
                                   "rows 2/2 P 1.000 R 1.000 F1 1.000\n"));
  const auto document =
      json::parse(run_dateline(dir.path(), {"evaluate", "--countries", "countries.tsv", "--dates",
                                            "dates.tsv", "--format", "json"})
                      .out);
  REQUIRE(document.at("reports").size() == 2);
  CHECK(document["reports"][0].at("wrong")[0].at("line") == 2);
  CHECK(document["reports"][1].at("f1") == 1.0);
}

TEST_CASE("an article is scored kind by kind", "[cli][evaluate]") {
  const TempDir dir;
  (void)dir.write("talks.txt", kArticle);
  write_gold(dir, kArticle.size());
  const auto outcome =
      run_dateline(dir.path(), {"evaluate", "--article", "talks.txt", "--gold", "gold"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out ==
        "dates rows 1/1 P 1.000 R 1.000 F1 1.000\n"
        "dates without doubtful rows 1/1 P 1.000 R 1.000 F1 1.000\n"
        "countries rows 2/2 P 1.000 R 1.000 F1 1.000\n"
        "events bytes 15-43, gold/article-events.tsv:1: Chile waited on May 2, 1994.\n"
        "  expected 1994-05-02/1994-05-02 CL\n"
        "  got      nothing\n"
        "events rows 0/1 P 0.000 R 0.000 F1 0.000\n");
}

TEST_CASE("a bad row is reported, and the rest is scored", "[cli][evaluate]") {
  const TempDir dir;
  (void)dir.write("countries.tsv", kCountries + "Mars.\tQQ\nNo code\nB\xFF\t\n");
  const auto outcome = run_dateline(dir.path(), {"evaluate", "--countries", "countries.tsv"});
  CHECK(outcome.code == 5);
  CHECK(outcome.out == "rows 2/2 P 1.000 R 1.000 F1 1.000\n");
  CHECK(outcome.err ==
        "dateline: skipped countries.tsv:3: unknown country code 'QQ'\n"
        "dateline: skipped countries.tsv:4: 1 tab-separated column where 2 belong (text, codes)\n"
        "dateline: skipped countries.tsv:5: not UTF-8: byte 2 of the row\n");
}

TEST_CASE("what cannot be read at all is exit code 2, beside other inputs 5", "[cli][evaluate]") {
  const TempDir dir;
  (void)dir.write("bad.tsv", "2001-02-29/2001-03-01\tText\t\n");
  (void)dir.write("countries.tsv", kCountries);
  const auto absent = run_dateline(dir.path(), {"evaluate", "--dates", "absent.tsv"});
  CHECK(absent.code == 2);
  CHECK(absent.out.empty());
  CHECK_THAT(absent.err, StartsWith("dateline: skipped absent.tsv: no such file"));
  const auto bad = run_dateline(dir.path(), {"evaluate", "--dates", "bad.tsv"});
  CHECK(bad.code == 2);
  CHECK(bad.err == "dateline: skipped bad.tsv:1: '2001-02-29' is a day that does not exist\n");
  const auto some = run_dateline(
      dir.path(), {"evaluate", "--dates", "absent.tsv", "--countries", "countries.tsv"});
  CHECK(some.code == 5);
  CHECK(some.out == "rows 2/2 P 1.000 R 1.000 F1 1.000\n");
}

TEST_CASE("labels of another article are refused", "[cli][evaluate]") {
  const TempDir dir;
  (void)dir.write("talks.txt", kArticle);
  write_gold(dir, kArticle.size() + 1);
  const auto outcome =
      run_dateline(dir.path(), {"evaluate", "--article", "talks.txt", "--gold", "gold"});
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Contains("talks.txt: has 44 bytes; the labels in gold are for an "
                                   "article of 45"));
  std::filesystem::remove_all(dir.path() / "gold");
  const auto none =
      run_dateline(dir.path(), {"evaluate", "--article", "talks.txt", "--gold", "gold"});
  CHECK(none.code == 2);
  CHECK_THAT(none.err, Contains("article-dates.tsv") && Contains("article-countries.tsv"));
}

TEST_CASE("evaluate without anything to score is a usage error", "[cli][evaluate]") {
  const TempDir dir;
  CHECK(run_dateline(dir.path(), {"evaluate"}).code == 2);
  CHECK(run_dateline(dir.path(), {"evaluate", "--gold", "gold"}).code == 2);
  const auto article = run_dateline(dir.path(), {"evaluate", "--article", "talks.txt"});
  CHECK(article.code == 2);
  CHECK_THAT(article.err, Contains("--gold"));
}

}  // namespace dateline::test
