#include "evaluation/sentence_evaluation.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

const DateInterval kAnchor = *quarter_interval(1994, 2);

TEST_CASE("dates of a row are compared as a multiset", "[evaluation][date]") {
  const auto day = *day_interval(1994, 5, 3);
  const auto other = *day_interval(1994, 5, 9);
  struct Case {
    std::vector<DateInterval> labelled;
    std::size_t exact, both;
  };
  const std::vector<Case> cases = {
      {{day, other, day}, 1, 3},
      {{day, day, other}, 1, 3},  // order does not matter
      {{day, other}, 0, 2},
      {{day, day, day, other}, 0, 3},
      {{*month_interval(1994, 5)}, 0, 0},  // both ends must be right
      {{}, 0, 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.labelled.size());
    const GoldSentences<DateSentence> gold{
        "gold.tsv", {{7, kAnchor, "On May 3, 1994, on May 9 and again on May 3.", c.labelled}}, {}};
    const auto report = evaluate_dates(gold, Extractor{});
    CHECK(report.score.rows == 1);
    CHECK(report.score.found == 3);
    CHECK(report.score.labelled == c.labelled.size());
    CHECK(report.score.exact == c.exact);
    CHECK(report.score.both == c.both);
    CHECK(report.wrong.size() == 1 - c.exact);
  }
}

TEST_CASE("a row that begins with a date and a colon is an entry of a chronology",
          "[evaluation][date]") {
  const GoldSentences<DateSentence> gold{"gold.tsv",
                                         {{1,
                                           std::nullopt,
                                           "May 3, 1994: Yesterday's talks are resumed.",
                                           {*day_interval(1994, 5, 3), *day_interval(1994, 5, 2)}}},
                                         {}};
  CHECK(evaluate_dates(gold, Extractor{}).score.exact == 1);
}

TEST_CASE("countries of a row are compared as a set", "[evaluation][country]") {
  const std::string text = "Peru, Chile and Peru's allies met the two Koreas.";
  const GoldSentences<CountrySentence> gold{
      "gold.tsv",
      {{1, text, {{'C', 'L'}, {'K', 'P'}, {'K', 'R'}, {'P', 'E'}}},
       {2, text, {{'C', 'L'}, {'K', 'R'}, {'T', 'D'}}},
       {3, "Nobody met.", {}}},
      {}};
  const auto report = evaluate_countries(gold, Extractor{});
  CHECK(report.score.rows == 3);
  CHECK(report.score.exact == 2);
  CHECK(report.score.found == 8);
  CHECK(report.score.labelled == 7);
  CHECK(report.score.both == 6);
  REQUIRE(report.wrong.size() == 1);
  CHECK(report.wrong[0].line == 2);
  CHECK(report.wrong[0].expected == std::vector<std::string>{"CL", "KR", "TD"});
  CHECK(report.wrong[0].got == std::vector<std::string>{"CL", "KP", "KR", "PE"});
}

}  // namespace
}  // namespace dateline::test
