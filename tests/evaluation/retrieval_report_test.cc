// How scored runs are shown.
#include "evaluation/retrieval_report.h"
#include "tests/support/catch.h"

#include <nlohmann/json.hpp>

namespace dateline::test {
namespace {

RetrievalReport two_topics() {
  RetrievalReport report;
  report.qrels = "qrels.txt";
  report.topics = {{"1", 3, {0.5, 0.25, 1}}, {"2", 1, {0.7, 0.35, 0}}};
  return report;
}

RetrievalReport compared() {
  auto report = two_topics();
  report.run = "new.run";
  report.per_topic = true;
  report.compared = ComparedRun{"old.run", {{"1", 3, {0.4, 0.25, 1}}, {"2", 1, {0.5, 0.25, 1}}}};
  return report;
}

TEST_CASE("a run's last line is its means", "[evaluation][report]") {
  auto report = two_topics();
  CHECK(to_text(report, {}) == "topics 2 nDCG@10 0.6000 MAP 0.3000 R@100 0.5000\n");
  report.per_topic = true;
  CHECK(to_text(report, {}) ==
        "1 0.5000 0.2500 1.0000\n"
        "2 0.7000 0.3500 0.0000\n"
        "topics 2 nDCG@10 0.6000 MAP 0.3000 R@100 0.5000\n");
}

TEST_CASE("a compared run shows beside, with the differences and their p", "[evaluation][report]") {
  CHECK(to_text(compared(), {}) ==
        "1 0.5000 0.2500 1.0000 0.4000 0.2500 1.0000\n"
        "2 0.7000 0.3500 0.0000 0.5000 0.2500 1.0000\n"
        "old.run: topics 2 nDCG@10 0.4500 MAP 0.2500 R@100 1.0000\n"
        "difference nDCG@10 +0.1500 (p 0.5000), MAP +0.0500 (p 1.0000), R@100 -0.5000 (p 1.0000)\n"
        "topics 2 nDCG@10 0.6000 MAP 0.3000 R@100 0.5000\n");
}

TEST_CASE("scored runs as JSON have all the figures", "[evaluation][report]") {
  const auto plain = nlohmann::json::parse(to_json(two_topics()));
  CHECK(plain.at("schema") == 1);
  CHECK(plain.at("run").is_null());
  CHECK(plain.at("topics") == 2);
  CHECK(plain.at("means").at("map").get<double>() == Approx(0.3));
  CHECK_FALSE(plain.contains("per_topic"));
  CHECK_FALSE(plain.contains("compared"));
  const auto both = nlohmann::json::parse(to_json(compared()));
  CHECK(both.at("run") == "new.run");
  CHECK(both.at("per_topic")[1].at("topic") == "2");
  CHECK(both.at("per_topic")[1].at("relevant") == 1);
  const auto& other = both.at("compared");
  CHECK(other.at("run") == "old.run");
  CHECK(other.at("per_topic")[0].at("ndcg_10").get<double>() == Approx(0.4));
  CHECK(other.at("differences").at("ndcg_10").at("mean").get<double>() == Approx(0.15));
  CHECK(other.at("differences").at("ndcg_10").at("p").get<double>() == Approx(0.5));
  CHECK(other.at("differences").at("ndcg_10").at("exact") == true);
}

}  // namespace
}  // namespace dateline::test
