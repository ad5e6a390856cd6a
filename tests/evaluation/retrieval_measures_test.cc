// nDCG, average precision and recall, worked out by hand.
#include "evaluation/retrieval_measures.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace dateline::test {
namespace {

Ranking ranking_of(const std::vector<std::string>& ids) {
  Ranking ranking;
  for (const auto& id : ids) add_ranked(ranking, id, 0);
  return ranking;
}

// `size` documents, all called "x" and their rank but for one at `rank`, 1-based.
Ranking with_one_at(std::size_t rank, const std::string& id, std::size_t size) {
  std::vector<std::string> ids;
  for (std::size_t i = 1; i <= size; ++i) ids.push_back(i == rank ? id : "x" + std::to_string(i));
  return ranking_of(ids);
}

TEST_CASE("measures are those worked out by hand", "[evaluation][measures]") {
  struct Case {
    std::vector<std::string> ids;
    Judgements judgements;
    Measures expected;
  };
  const std::vector<Case> cases{
      // The best order.
      {{"a", "b"}, {{"a", 1}, {"b", 1}}, {1, 1, 1}},
      // Nothing found, and nothing relevant found.
      {{}, {{"a", 1}}, {0, 0, 0}},
      {{"x", "y"}, {{"a", 1}, {"x", 0}, {"y", -1}}, {0, 0, 0}},
      // 1 and 1/log2(4) of 1 + 1/log2(3) + 1/log2(4); (1/1 + 2/3) / 3; 2 of 3.
      {{"a", "x", "b"}, {{"a", 1}, {"b", 1}, {"c", 1}}, {0.7039180, 0.5555556, 0.6666667}},
      // Gains 2^1 − 1 = 1 and (2^2 − 1)/log2(3), of 3 + 1/log2(3): a grade of 0 or less gains none.
      {{"b", "a", "c", "d"}, {{"a", 2}, {"b", 1}, {"c", 0}, {"d", -2}}, {0.7967075, 1, 1}},
      // 7/log2(3) of 7 + 3/log2(3); the precision does not look at grades.
      {{"x", "a"}, {{"a", 3}, {"b", 2}}, {0.4966393, 0.25, 0.5}},
  };
  for (const auto& [ids, judgements, expected] : cases) {
    CAPTURE(ids);
    const auto measures = measure(ranking_of(ids), judgements);
    CHECK(measures.ndcg == Approx(expected.ndcg).margin(1e-7));
    CHECK(measures.average_precision == Approx(expected.average_precision).margin(1e-7));
    CHECK(measures.recall == Approx(expected.recall).margin(1e-7));
  }
}

TEST_CASE("each measure looks to its depth and no further", "[evaluation][measures]") {
  struct Case {
    std::size_t rank;
    bool in_ndcg;
    bool in_recall;
    bool in_precision;
  };
  for (const auto& [rank, in_ndcg, in_recall, in_precision] :
       std::vector<Case>{{10, true, true, true},
                         {11, false, true, true},
                         {100, false, true, true},
                         {101, false, false, true},
                         {1000, false, false, true},
                         {1001, false, false, false}}) {
    CAPTURE(rank);
    const auto measures = measure(with_one_at(rank, "a", 1100), {{"a", 1}});
    CHECK((measures.ndcg > 0) == in_ndcg);
    CHECK(measures.recall == (in_recall ? 1.0 : 0.0));
    CHECK(measures.average_precision ==
          Approx(in_precision ? 1.0 / static_cast<double>(rank) : 0.0));
  }
}

TEST_CASE("the ideal has ten documents when more are relevant", "[evaluation][measures]") {
  Judgements judgements;
  std::vector<std::string> ids;
  for (int i = 0; i < 12; ++i) {
    ids.push_back("d" + std::to_string(i));
    judgements[ids.back()] = 1;
  }
  ids.resize(10);
  const auto measures = measure(ranking_of(ids), judgements);
  CHECK(measures.ndcg == Approx(1));
  CHECK(measures.recall == Approx(10.0 / 12));
}

TEST_CASE("means are over the judged topics that have a relevant document",
          "[evaluation][measures]") {
  Run run;
  run.topics["1"] = ranking_of({"a"});
  run.topics["unjudged"] = ranking_of({"a"});
  run.topics["barren"] = ranking_of({"a"});
  Qrels qrels;
  qrels.topics = {{"1", {{"a", 1}}}, {"10", {{"a", 1}}}, {"2", {{"a", 2}}}, {"barren", {{"a", 0}}}};
  const auto topics = measure_run(run, qrels);
  REQUIRE(topics.size() == 3);
  CHECK(topics[0].topic == "1");
  CHECK(topics[1].topic == "10");
  CHECK(topics[2].topic == "2");
  CHECK(topics[2].measures.ndcg == 0);
  CHECK(measures_line(topics) == "topics 3 nDCG@10 0.3333 MAP 0.3333 R@100 0.3333");
  CHECK(measures_line({}) == "topics 0 nDCG@10 0.0000 MAP 0.0000 R@100 0.0000");
}

}  // namespace
}  // namespace dateline::test
