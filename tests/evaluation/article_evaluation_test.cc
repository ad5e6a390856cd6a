#include "evaluation/article_evaluation.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

Mention date(Span span, const DateInterval& days) {
  Mention mention;
  mention.kind = MentionKind::date;
  mention.span = span;
  mention.date.days = days;
  return mention;
}

Mention country(Span span, CountryCode code) {
  Mention mention;
  mention.kind = MentionKind::country;
  mention.span = span;
  mention.country = code;
  return mention;
}

const std::string kMay = "1994-05-01/1994-05-31";
const std::string kJune = "1994-06-01/1994-06-30";

IndexedArticle article_with(std::vector<Mention> mentions) {
  IndexedArticle article;
  article.text = std::string(100, 'x');
  article.mentions = std::move(mentions);
  return article;
}

TEST_CASE("a mention agrees with a label that it overlaps and whose value it has",
          "[evaluation][article]") {
  const auto may = *month_interval(1994, 5);
  GoldArticle gold;
  gold.dates = Labels{"d.tsv", {{1, {10, 20}, "", kMay, false}, {2, {30, 40}, "", kMay, false}}};
  struct Case {
    std::vector<Mention> found;
    std::size_t both;
    std::size_t wrong;
  };
  const std::vector<Case> cases = {
      {{date({10, 20}, may), date({30, 40}, may)}, 2, 0},
      {{date({5, 11}, may), date({39, 50}, may)}, 2, 0},   // a byte in common is enough
      {{date({5, 10}, may), date({40, 50}, may)}, 0, 4},   // side by side is not
      {{date({10, 14}, may), date({15, 20}, may)}, 1, 2},  // one to one
      {{date({10, 40}, may)}, 1, 1},
      {{date({10, 20}, *month_interval(1994, 6)), date({30, 40}, may)}, 1, 1},
      {{}, 0, 2},
  };
  for (const auto& c : cases) {
    CAPTURE(c.found.size(), c.both);
    const auto reports = evaluate_article(article_with(c.found), gold);
    REQUIRE(reports.size() == 2);
    const auto& report = reports[0];
    CHECK(report.kind == "dates");
    CHECK(report.score.rows == 2);
    CHECK(report.score.exact == c.both);
    CHECK(report.score.both == c.both);
    CHECK(report.score.found == c.found.size());
    CHECK(report.wrong.size() == c.wrong);
  }
}

TEST_CASE("a wrong value is shown beside the label that it misses", "[evaluation][article]") {
  GoldArticle gold;
  gold.dates = Labels{"d.tsv", {{9, {10, 20}, "", kMay, false}}};
  const auto june = *month_interval(1994, 6);
  const auto reports =
      evaluate_article(article_with({date({2, 4}, june), date({12, 14}, june)}), gold);
  REQUIRE(reports.at(0).wrong.size() == 2);
  CHECK(reports[0].wrong[0].line == 0);
  CHECK(reports[0].wrong[0].expected.empty());
  CHECK(reports[0].wrong[0].got == std::vector{kJune});
  CHECK(reports[0].wrong[1].line == 9);
  CHECK(reports[0].wrong[1].expected == std::vector{kMay});
  CHECK(reports[0].wrong[1].got == std::vector{kJune});
}

TEST_CASE("doubtful labels, and what stands in their place, are left out of a score of its own",
          "[evaluation][article]") {
  const auto may = *month_interval(1994, 5);
  const auto june = *month_interval(1994, 6);
  GoldArticle gold;
  gold.dates = Labels{"d.tsv",
                      {{1, {10, 20}, "", kMay, false},
                       {2, {30, 40}, "", kMay, true},
                       {3, {50, 60}, "", kMay, true},
                       {4, {70, 80}, "", kMay, true}}};
  const auto reports = evaluate_article(article_with({date({10, 20}, may), date({30, 40}, may),
                                                      date({52, 58}, june), date({90, 95}, june)}),
                                        gold);
  REQUIRE(reports.size() == 2);
  CHECK(score_line(reports[0].score) == "rows 2/4 P 0.500 R 0.500 F1 0.500");
  CHECK(reports[1].kind == "dates without doubtful");
  CHECK(score_line(reports[1].score) == "rows 1/1 P 0.500 R 1.000 F1 0.667");
  REQUIRE(reports[1].wrong.size() == 1);
  CHECK(reports[1].wrong[0].span == Span{90, 95});
}

TEST_CASE("a place that means two countries is one mention", "[evaluation][article]") {
  GoldArticle gold;
  gold.countries =
      Labels{"c.tsv", {{1, {10, 20}, "", "KP,KR", false}, {2, {30, 40}, "", "KR", false}}};
  const auto reports =
      evaluate_article(article_with({country({10, 20}, {'K', 'P'}), country({10, 20}, {'K', 'R'}),
                                     country({30, 40}, {'K', 'P'}), country({30, 40}, {'K', 'R'})}),
                       gold);
  REQUIRE(reports.size() == 1);
  CHECK(reports[0].kind == "countries");
  CHECK(reports[0].score.found == 2);
  CHECK(reports[0].score.both == 1);
}

TEST_CASE("a chronology's events are compared by days and countries, prose is not",
          "[evaluation][article]") {
  Event entry;
  entry.origin = EventOrigin::chronology;
  entry.span = {10, 20};
  entry.date.days = *month_interval(1994, 5);
  entry.countries = {{'C', 'L'}, {'P', 'E'}};
  Event prose = entry;
  prose.origin = EventOrigin::prose;
  auto article = article_with({});
  article.events = {prose, entry};
  for (const auto& [value, both] : std::vector<std::pair<std::string, std::size_t>>{
           {kMay + " CL,PE", 1}, {kMay + " CL", 0}, {kMay, 0}, {kJune + " CL,PE", 0}}) {
    CAPTURE(value);
    GoldArticle gold;
    gold.events = Labels{"e.tsv", {{1, {8, 20}, "", value, false}}};
    const auto reports = evaluate_article(article, gold);
    REQUIRE(reports.size() == 1);
    CHECK(reports[0].kind == "events");
    CHECK(reports[0].score.found == 1);
    CHECK(reports[0].score.both == both);
  }
}

TEST_CASE("a file is read and annotated as an index would have it", "[evaluation][article]") {
  const TempDir dir;
  const auto path =
      dir.write("talks.txt", "Talks\n\nPeru and Chile met.\n\nMay 3, 1994: Peru leaves.\n");
  const auto article = annotate_file(path, {}, Extractor{}, [](std::size_t, const auto&) {});
  CHECK_FALSE(article.mentions.empty());
  for (const std::string json : {"", R"({"text": "One."})"
                                     "\n"
                                     R"({"text": "Two."})"
                                     "\n"}) {
    CAPTURE(json);
    CHECK_THROWS_AS(
        annotate_file(dir.write("some.jsonl", json), {}, Extractor{}, [](std::size_t, auto&) {}),
        CorpusError);
  }
}

}  // namespace
}  // namespace dateline::test
