// Gates: every mention and event of the labelled article, read and annotated as indexing does.
#include <filesystem>
#include <map>
#include <string>

#include "evaluation/article_evaluation.h"
#include "evaluation/gold_article.h"
#include "evaluation/report.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

const std::filesystem::path kShared{DATELINE_SHARED_DIR};

TEST_CASE("the labelled article's mentions and events are found where and as they are labelled",
          "[quality][gold]") {
  const auto path = kShared / "articles/2001-q1-china-russia.txt";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: no " << path);
    return;
  }
  const auto article =
      annotate_file(path, {}, Extractor{},
                    [](std::size_t line, const auto& message) { WARN(line << ": " << message); });
  auto gold = read_gold_article(kShared / "gold");
  CHECK(gold.size_bytes == article.text.size());
  drop_misplaced_labels(article.text, gold);
  CHECK(gold.problems.empty());
  const std::map<std::string, double> gates{
      {"dates", 0.97}, {"dates without doubtful", 0.97}, {"countries", 0.98}, {"events", 0.95}};
  const auto reports = evaluate_article(article, gold);
  REQUIRE(reports.size() == gates.size());
  for (const auto& report : reports) {
    INFO(report_text(report));
    CHECK(report.score.rows >= 20);
    CHECK(report.score.f1() >= gates.at(report.kind));
  }
}

}  // namespace
}  // namespace dateline::test
