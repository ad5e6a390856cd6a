// TREC runs: written, read, and put in order.
#include "evaluation/run_file.h"
#include "tests/support/catch.h"

#include <string>
#include <utility>
#include <vector>

#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Catch::Contains;

std::string order_of(const Ranking& ranking) {
  std::string ids;
  for (const auto& document : ranking) ids += document.id + ' ';
  return ids;
}

TEST_CASE("a run is ordered by score, then by id, whatever its lines and ranks say",
          "[evaluation][run]") {
  const TempDir dir;
  const auto run = read_run(dir.write(
      "a.run",
      "1 Q0 d 1 2.5 x\n1 Q0 c 2 3 x\n2 Q0 z 1 -1e-3 x\n1 Q0 b 9 2.5 x\n1 Q0 a 3 2.50 x\n"));
  CHECK(run.problems.empty());
  CHECK(order_of(run.topics.at("1")) == "c a b d ");
  CHECK(order_of(run.topics.at("2")) == "z ");
}

TEST_CASE("of a document's several places the best counts, and the others are reported",
          "[evaluation][run]") {
  const TempDir dir;
  const auto run = read_run(
      dir.write("a.run", "1 Q0 a 1 3 x\n1 Q0 b 2 2 x\n1 Q0 b 3 4 x\n1 Q0 a 4 1 x\n2 Q0 a 1 1 x\n"));
  CHECK(order_of(run.topics.at("1")) == "b a ");
  REQUIRE(run.problems.size() == 2);
  CHECK(run.problems[0].line == 3);
  CHECK_THAT(run.problems[0].reason, Contains("document b has a place under topic 1 already"));
  CHECK(run.problems[1].line == 4);
}

TEST_CASE("a bad line of a run is a problem at its line", "[evaluation][run]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"1 Q0 b 2 1.5",
       "5 blank-separated columns where 6 belong (topic, Q0, document, rank, score, "
       "name)"},
      {"1 Q0 b 2 high x", "the score 'high' is no number"},
      {"1 Q0 b 2 inf x", "the score 'inf' is no number"},
  };
  for (const auto& [row, reason] : cases) {
    CAPTURE(row);
    const TempDir dir;
    const auto run = read_run(dir.write("a.run", "1 Q0 a 1 2 x\n" + row + "\n"));
    CHECK(order_of(run.topics.at("1")) == "a ");
    REQUIRE(run.problems.size() == 1);
    CHECK(run.problems[0].line == 2);
    CHECK_THAT(run.problems[0].reason, Contains(reason));
  }
}

TEST_CASE("ids are written without blanks", "[evaluation][run]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"2001-q1.txt#1f", "2001-q1.txt#1f"},
      {"a b", "a%20b"},
      {"a\tb\n", "a%09b%0A"},
      {"100%", "100%"},
      {"é\u00A0日", "é%C2%A0日"},
      {"", ""},
  };
  for (const auto& [id, written] : cases) {
    CAPTURE(id);
    CHECK(run_id(id) == written);
  }
}

TEST_CASE("a run that is written and read again is in the same order", "[evaluation][run]") {
  Run run;
  // Ties, a tie that runs into the next score, zeros and numbers below them; the ids run against
  // it.
  const std::vector<double> scores{7.25, 7.25, 7.25, std::nextafter(7.25F, 0.0F), 1e-3, 0, 0, -2};
  char id = 'z';
  for (const double score : scores) add_ranked(run.topics["1"], std::string{id--} + " x", score);
  const TempDir dir;
  const auto text = run_text(run, "name");
  CHECK_THAT(text, Catch::StartsWith("1 Q0 z%20x 1 7.25 name\n1 Q0 y%20x 2 7.24999"));
  const auto again = read_run(dir.write("a.run", text));
  CHECK(again.problems.empty());
  CHECK(order_of(again.topics.at("1")) == order_of(run.topics.at("1")));
  const auto& ranking = again.topics.at("1");
  for (std::size_t i = 1; i < ranking.size(); ++i) {
    CAPTURE(i);
    CHECK(static_cast<float>(ranking[i].score) < static_cast<float>(ranking[i - 1].score));
  }
}

}  // namespace
}  // namespace dateline::test
