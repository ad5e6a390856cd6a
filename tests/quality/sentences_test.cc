// Gates: labelled sentences, ours and the shared ones.
#include <filesystem>

#include "evaluation/acting_evaluation.h"
#include "evaluation/article_evaluation.h"
#include "evaluation/gold_sentences.h"
#include "evaluation/report.h"
#include "evaluation/sentence_evaluation.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

const std::filesystem::path kShared{DATELINE_SHARED_DIR};
const std::filesystem::path kArticles{DATELINE_SOURCE_DIR "/corpus/articles"};
const std::filesystem::path kOwn{DATELINE_SOURCE_DIR "/tests/language"};

template <typename Sentence>
void check_all_exact(const GoldSentences<Sentence>& gold, const Report& report) {
  for (const auto& problem : gold.problems) UNSCOPED_INFO(problem.line << ": " << problem.reason);
  CHECK(gold.problems.empty());
  REQUIRE(report.score.rows >= 300);
  INFO(report_text(report));
  CHECK(report.score.exact == report.score.rows);
}

TEST_CASE("own labelled sentences give exactly the dates they are labelled with",
          "[quality][date]") {
  const auto gold = read_date_sentences(kOwn / "date_sentences.tsv");
  check_all_exact(gold, evaluate_dates(gold, Extractor{}));
}

TEST_CASE("own labelled sentences give exactly the countries they are labelled with",
          "[quality][country]") {
  const auto gold = read_country_sentences(kOwn / "country_sentences.tsv");
  check_all_exact(gold, evaluate_countries(gold, Extractor{}));
}

TEST_CASE(
    "sentences of every kind that was once read wrongly give the dates they are labelled with",
    "[quality][date]") {
  const auto gold = read_date_sentences(kOwn / "date_kinds.tsv");
  check_all_exact(gold, evaluate_dates(gold, Extractor{}));
}

TEST_CASE("sentences of every kind that was once read wrongly give their countries",
          "[quality][country]") {
  const auto gold = read_country_sentences(kOwn / "country_kinds.tsv");
  CHECK(gold.problems.empty());
  const auto report = evaluate_countries(gold, Extractor{});
  INFO(report_text(report));
  CHECK(report.score.rows >= 80);
  CHECK(report.score.exact == report.score.rows);
}

void check_running(const std::filesystem::path& directory, double least) {
  std::vector<RowProblem> problems;
  const auto reports = evaluate_running(directory, Extractor{}, problems,
                                        [](const std::string&, std::size_t, const std::string&) {});
  for (const auto& report : reports) {
    INFO(report_text(report));
    CHECK(report.score.labelled > 0);
    CHECK(report.score.precision() >= least);
    CHECK(report.score.recall() >= least);
  }
}

TEST_CASE("running text labelled in full: precision and recall of values are at least .93",
          "[quality][date][country]") {
  check_running(DATELINE_SOURCE_DIR "/corpus/labels/running", 0.93);
  check_running(DATELINE_SOURCE_DIR "/tests/quality/running", 0.93);
}

TEST_CASE("at least 98 of the 102 shared date sentences are exact", "[quality][date][gold]") {
  const auto path = kShared / "gold/dates.tsv";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: no " << path);
    return;
  }
  const auto gold = read_date_sentences(path);
  CHECK(gold.problems.empty());
  const auto report = evaluate_dates(gold, Extractor{});
  INFO(report_text(report));
  CHECK(report.score.rows == 102);
  CHECK(report.score.exact >= 98);
  CHECK(report.score.f1() >= 0.98);
}

TEST_CASE("at least 121 of the 125 shared country sentences are exact",
          "[quality][country][gold]") {
  const auto path = kShared / "gold/countries.tsv";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: no " << path);
    return;
  }
  const auto gold = read_country_sentences(path);
  CHECK(gold.problems.empty());
  const auto report = evaluate_countries(gold, Extractor{});
  INFO(report_text(report));
  CHECK(report.score.rows == 125);
  CHECK(report.score.exact >= 121);
  CHECK(report.score.f1() >= 0.98);
}

TEST_CASE("own labelled sentences give the persons they are labelled with", "[quality][persons]") {
  const auto gold = read_person_sentences(kOwn / "person_sentences.tsv");
  CHECK(gold.problems.empty());
  const auto reports = evaluate_persons(gold, Extractor{});
  INFO(report_text(reports[1]));
  REQUIRE(reports[1].score.rows >= 20);
  CHECK(reports[1].score.exact + 1 >= reports[1].score.rows);
}

TEST_CASE("at least 97 of the 100 shared person sentences are exact", "[quality][persons][gold]") {
  const auto path = kShared / "gold/persons.tsv";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: no " << path);
    return;
  }
  const auto gold = read_person_sentences(path);
  CHECK(gold.problems.empty());
  const auto reports = evaluate_persons(gold, Extractor{});
  INFO(report_text(reports[1]));
  CHECK(reports[1].score.rows == 100);
  CHECK(reports[1].score.exact >= 97);
  CHECK(reports[0].score.f1() >= 0.98);
  CHECK(reports[1].score.f1() >= 0.97);
}

TEST_CASE("chronology entries give the countries that act in them", "[quality][persons][gold]") {
  const auto path = kShared / "gold/acting.tsv";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: no " << path);
    return;
  }
  auto gold = read_acting_entries(path);
  CHECK(gold.problems.empty());
  // The real article lies elsewhere.
  std::erase_if(gold.rows, [](const ActingEntry& entry) {
    return !std::filesystem::exists(kArticles / entry.file);
  });
  const auto reports =
      evaluate_acting(gold, kArticles, Extractor{},
                      [](const std::string& file, std::size_t line, const std::string& message) {
                        UNSCOPED_INFO(file << ":" << line << ": " << message);
                      });
  INFO(report_text(reports[2]));
  CHECK(reports[2].score.rows >= 120);
  CHECK(reports[2].score.exact * 100 >= reports[2].score.rows * 90);
  CHECK(reports[1].score.recall() >= 0.90);
  CHECK(reports[1].score.precision() >= 0.95);
}

}  // namespace
}  // namespace dateline::test
