#include "evaluation/report.h"

#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using nlohmann::json;

Report sentences() {
  Report report;
  report.block = "countries";
  report.path = "gold.tsv";
  report.score = {2, 1, 3, 4, 2};
  report.wrong = {{12, {}, "Peru and Chile.", {"CL", "PE"}, {}}};
  return report;
}

Report mentions() {
  Report report;
  report.kind = "dates";
  report.block = "article";
  report.path = "d.tsv";
  report.score = {2, 1, 2, 2, 1};
  report.wrong = {{0, {3, 7}, "June", {}, {"a/b"}}, {4, {8, 9}, "May", {"c/d"}, {"e/f", "g/h"}}};
  return report;
}

TEST_CASE("a report lists each wrong row, and ends with the score", "[evaluation][report]") {
  CHECK(report_text(sentences()) ==
        "gold.tsv:12: Peru and Chile.\n"
        "  expected CL,PE\n"
        "  got      nothing\n"
        "rows 1/2 P 0.500 R 0.667 F1 0.571\n");
  CHECK(report_text(mentions()) ==
        "dates bytes 3-7, no label: June\n"
        "  expected nothing\n"
        "  got      a/b\n"
        "dates bytes 8-9, d.tsv:4: May\n"
        "  expected c/d\n"
        "  got      e/f,g/h\n"
        "dates rows 1/2 P 0.500 R 0.500 F1 0.500\n");
}

TEST_CASE("a report as JSON has the same figures and rows", "[evaluation][report]") {
  const auto document = json::parse(to_json({sentences(), mentions()}));
  CHECK(document.at("schema") == 1);
  REQUIRE(document.at("reports").size() == 2);
  const auto& first = document["reports"][0];
  CHECK(first.at("block") == "countries");
  CHECK(first.at("kind") == "countries");
  CHECK(first.at("exact") == 1);
  CHECK(first.at("precision") == 0.5);
  CHECK(first.at("wrong")[0].at("span").is_null());
  CHECK(first.at("wrong")[0].at("expected") == json{"CL", "PE"});
  const auto& second = document["reports"][1];
  CHECK(second.at("kind") == "dates");
  CHECK(second.at("wrong")[0].at("line").is_null());
  CHECK(second.at("wrong")[1].at("span") == json{8, 9});
}

}  // namespace
}  // namespace dateline::test
