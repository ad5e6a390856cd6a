// Topics and judgements, and what is wrong with their rows.
#include "evaluation/topics.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

#include "corpus/article_reader.h"
#include "evaluation/qrels.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Catch::Contains;

TEST_CASE("topics are read in their order, ids as runs write them", "[evaluation][topics]") {
  const TempDir dir;
  const auto topics = read_topics(dir.write(
      "topics.tsv", "\xEF\xBB\xBF# a comment\n2\tWhat of \"missiles\"?\r\n\n1 b\tTrade\n"));
  CHECK(topics.problems.empty());
  REQUIRE(topics.rows.size() == 2);
  CHECK(topics.rows[0].id == "2");
  CHECK(topics.rows[0].text == "What of \"missiles\"?");
  CHECK(topics.rows[0].line == 2);
  CHECK(topics.rows[1].id == "1%20b");
}

TEST_CASE("a bad topic is a problem at its line", "[evaluation][topics]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"2", "1 tab-separated column where 2 belong (id, text)"},
      {"2\ttext\tmore", "3 tab-separated columns"},
      {"\ttext", "no id"},
      {"2\t?! -", "topic 2 has no words"},
      {"1\tagain", "topic 1 is on line 1 already"},
      {"2\t\xFF", "not UTF-8"},
  };
  for (const auto& [row, reason] : cases) {
    CAPTURE(row);
    const TempDir dir;
    const auto topics = read_topics(dir.write("t.tsv", "1\tone\n" + row + "\n3\tthree\n"));
    CHECK(topics.rows.size() == 2);
    REQUIRE(topics.problems.size() == 1);
    CHECK(topics.problems[0].line == 2);
    CHECK_THAT(topics.problems[0].reason, Contains(reason));
  }
}

TEST_CASE("qrels are parted by any blanks, and graded", "[evaluation][qrels]") {
  const TempDir dir;
  const auto qrels = read_qrels(
      dir.write("q.txt", "1 0 a 1\n1\t0\tb\t2\r\n  1  Q0  c  0  \n2 0 a -1\n2 0 b 1.0\n"));
  CHECK(qrels.problems.empty());
  REQUIRE(qrels.topics.size() == 2);
  CHECK(qrels.topics.at("1") == Judgements{{"a", 1}, {"b", 2}, {"c", 0}});
  CHECK(qrels.topics.at("2") == Judgements{{"a", -1}, {"b", 1}});
}

TEST_CASE("a bad judgement is a problem at its line", "[evaluation][qrels]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"1 0 b", "3 blank-separated columns where 4 belong (topic, iteration, document, grade)"},
      {"1 0 b 1 x", "5 blank-separated columns"},
      {"1 0 b yes", "the grade 'yes' is no number"},
      {"1 0 b nan", "the grade 'nan' is no number"},
      {"1 0 b 101", "the grade 101 is beyond 100"},
      {"1 0 a 2", "document a of topic 1 is judged already, as 1"},
  };
  for (const auto& [row, reason] : cases) {
    CAPTURE(row);
    const TempDir dir;
    const auto qrels = read_qrels(dir.write("q.txt", "1 0 a 1\n" + row + "\n2 0 a 1\n"));
    CHECK(qrels.topics.size() == 2);
    CHECK(qrels.topics.at("1") == Judgements{{"a", 1}});
    REQUIRE(qrels.problems.size() == 1);
    CHECK(qrels.problems[0].line == 2);
    CHECK_THAT(qrels.problems[0].reason, Contains(reason));
  }
}

TEST_CASE("files without rows, binary or absent, are refused", "[evaluation][topics][qrels]") {
  const TempDir dir;
  CHECK_THROWS_AS(read_topics(dir.path() / "absent"), CorpusError);
  CHECK_THROWS_AS(read_topics(dir.write("t", "# nothing\n")), CorpusError);
  CHECK_THROWS_AS(read_qrels(dir.write("q", std::string("1 0 a 1\n\0", 9))), CorpusError);
}

}  // namespace
}  // namespace dateline::test
