#include "evaluation/running_labels.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "corpus/article_reader.h"
#include "evaluation/article_evaluation.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

IndexedArticle annotated(const TempDir& dir, const std::string& name, const std::string& text) {
  write(dir.path() / name, text);
  return annotate_file(dir.path() / name, {}, Extractor{}, [](std::size_t, const std::string&) {});
}

std::vector<std::string> dates_of(const IndexedArticle& article) {
  std::vector<std::string> dates;
  for (const auto& mention : article.mentions) {
    if (mention.kind == MentionKind::date) dates.push_back(format_interval(mention.date.days));
  }
  return dates;
}

}  // namespace

TEST_CASE("labels are found in the order of the text, marked by brackets",
          "[evaluation][running]") {
  RunningArticle article;
  article.labels = {{2, true, "the [1972] treaty", "1972-01-01/1972-12-31"},
                    {3, true, "May 1990", "1990-05-01/1990-05-31"},
                    {4, true, "June", "1990-06-01/1990-06-30"}};
  const auto gold = located(article, "In 1972 A and B; the 1972 treaty. In May\n1990 they met.", 0);
  REQUIRE(gold.dates);
  REQUIRE(gold.dates->rows.size() == 2);
  CHECK(gold.dates->rows[0].span == Span{21, 25});
  CHECK(gold.dates->rows[1].span == Span{37, 45});
  REQUIRE(gold.problems.size() == 1);
  CHECK(gold.problems[0].line == 4);
}

TEST_CASE("a folder of labels is scored over its articles", "[evaluation][running]") {
  const TempDir dir;
  write(dir.path() / "a.txt", "The court met on 3 May 1990. In June it rose.\n");
  write(dir.path() / "a.labels.tsv",
        "article\ta.txt\t\ndate\t3 May 1990\t1990-05-03/1990-05-03\n"
        "date\tJune\t1991-06-01/1991-06-30\n");
  write(dir.path() / "b.labels.tsv", "article\tabsent.txt\t\n");
  std::vector<RowProblem> problems;
  const auto reports = evaluate_running(dir.path(), Extractor{}, problems,
                                        [](const std::string&, std::size_t, const std::string&) {});
  REQUIRE(reports.size() == 1);
  CHECK(reports[0].score.labelled == 2);
  CHECK(reports[0].score.found == 2);
  CHECK(reports[0].score.both == 1);
  CHECK(problems.size() == 1);
  CHECK_THROWS_AS(read_running_articles(dir.path() / "none", problems), CorpusError);
}

TEST_CASE("the year in force goes on over paragraphs and headings", "[evaluation][running]") {
  const TempDir dir;
  struct Case {
    std::string text;
    std::vector<std::string> dates;
  };
  const std::vector<Case> cases = {
      {"In June 1941 the army crossed. In 1939 it had not. In 1940 it fled.\n\nIn June 1941 it "
       "came.\n\nIn September the siege began.\n\nIn February it went on.\n\nIn October it "
       "ended.\n",
       {"1941-06-01..1941-06-30", "1939-01-01..1939-12-31", "1940-01-01..1940-12-31",
        "1941-06-01..1941-06-30", "1941-09-01..1941-09-30", "1942-02-01..1942-02-28",
        "1942-10-01..1942-10-31"}},
      // Fewer than three written years: the article does not look back.
      {"In June 1941 the army crossed.\n\nIn September the siege began.\n",
       {"1941-06-01..1941-06-30"}},
      {"# The campaign of 1905\n\nOn March 3 they landed.\n\n## The siege\n\nIt ended in May.\n",
       {"1905-01-01..1905-12-31", "1905-03-03", "1905-05-01..1905-05-31"}},
      {"# The fleet\n\n## 1905\n\nIn May it sailed.\n\n## Later\n\nIn June it rested.\n",
       {"1905-01-01..1905-12-31", "1905-05-01..1905-05-31"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(dates_of(annotated(dir, "a.md", c.text)) == c.dates);
  }
}

TEST_CASE("a date without a year says whence it has one", "[evaluation][running]") {
  const TempDir dir;
  const auto article =
      annotated(dir, "a.md", "# The campaign of 1905\n\nIt began in March. In May it ended.\n");
  REQUIRE(article.mentions.size() == 3);
  for (std::size_t i = 1; i < 3; ++i) {
    CHECK(article.mentions[i].year_from == YearOrigin::heading);
    CHECK(article.mentions[i].year_words.of(article.text) == "The campaign of 1905");
  }
}

TEST_CASE("what stands below References gives no dates", "[evaluation][running]") {
  const TempDir dir;
  const auto article =
      annotated(dir, "a.txt",
                "Norway spoke in 1990.\n\nReferences\n\nPoe, A. (2015). Norway. Oslo: Press.\n");
  CHECK(dates_of(article) == std::vector<std::string>{"1990-01-01..1990-12-31"});
}

TEST_CASE("a text that is not English yields nothing and says so", "[evaluation][running]") {
  const TempDir dir;
  const auto article = annotated(dir, "a.txt",
                                 "Об этом 28 июня 2022 года сообщила Норвегия. Указ № 2094 "
                                 "подписан 25 декабря 1991 г. Россия.\n");
  CHECK(article.mentions.empty());
  CHECK(article.meta.language == "ru");
  REQUIRE(article.limits_met.size() == 1);
  CHECK(article.limits_met[0].find("not in English") != std::string::npos);
}

}  // namespace dateline::test
