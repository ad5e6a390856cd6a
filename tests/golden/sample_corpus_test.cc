// The sample corpus: what a new user indexes first.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using nlohmann::json;

namespace {

const std::filesystem::path kArticles = DATELINE_SOURCE_DIR "/corpus/articles";

class SampleIndex {
 public:
  SampleIndex() {
    const auto outcome = run_dateline(dir_.path(), {"index", "--index", "idx", kArticles.string()});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    REQUIRE(outcome.err.empty());
  }
  [[nodiscard]] json run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin() + 1, {"--index", "idx", "--format", "json"});
    return json::parse(run_dateline(dir_.path(), arguments).out);
  }

 private:
  TempDir dir_;
};

// The parts between separators, empty ones left out.
std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

std::vector<std::string> values_of(const json& facet) {
  std::vector<std::string> values;
  for (const auto& value : facet.at("values")) values.push_back(value.at("value"));
  return values;
}

}  // namespace

TEST_CASE("sample articles and titles are about what they are labelled with", "[golden][focus]") {
  std::ifstream labels(DATELINE_SOURCE_DIR "/corpus/labels/focus.tsv");
  std::size_t rows = 0;
  for (std::string line; std::getline(labels, line);) {
    if (line.empty() || line.front() == '#') continue;
    ++rows;
    CAPTURE(line);
    auto cells = parts_of(line, '\t');
    cells.resize(3);
    const TempDir dir;
    const bool is_sample = std::filesystem::exists(kArticles / cells[0]);
    const auto article =
        is_sample ? kArticles / cells[0]
                  : dir.write("title.txt", cells[0] + "\n\nby Ann Example\n\nThe rest.\n");
    REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", article.string()}).code == 0);
    const auto answer =
        json::parse(run_dateline(dir.path(), {"search", "--index", "idx", "--format", "json",
                                              "--facet", "about", "--facet", "pair", "the"})
                        .out);
    REQUIRE(answer.at("total") == 1);
    CHECK(values_of(answer.at("facets").at(0)) == parts_of(cells[1], ','));
    CHECK(values_of(answer.at("facets").at(1)) == parts_of(cells[2], ','));
  }
  CHECK(rows >= 20);
}

TEST_CASE("every sample article has its form", "[golden][corpus]") {
  const SampleIndex index;
  std::size_t count = 0;
  std::set<std::string> periods;
  for (const auto& file : std::filesystem::directory_iterator(kArticles)) {
    const auto article = index.run({"show", file.path().filename().string()});
    CAPTURE(file.path().filename());
    ++count;
    CHECK_FALSE(article.at("title").get<std::string>().empty());
    CHECK(article.at("authors").size() >= 1);
    REQUIRE_FALSE(article.at("published").is_null());
    periods.insert(article.at("published").at("first").get<std::string>());
    std::size_t headings = 0;
    std::size_t entries = 0;
    for (const auto& block : article.at("blocks")) {
      if (block.at("kind") == "heading") ++headings;
      if (block.at("kind") == "chronology-entry") ++entries;
    }
    CHECK(headings >= 3);
    CHECK(entries >= 12);
    std::size_t events = 0;
    for (const auto& event : article.at("events")) {
      if (event.at("origin") != "chronology") continue;
      ++events;
      // A chronology keeps to its quarter; the last entry may run over its end.
      CHECK(event.at("date").at("first") >= article.at("published").at("first"));
      CHECK(event.at("date").at("first") <= article.at("published").at("last"));
    }
    CHECK(events == entries);
  }
  CHECK(count >= 12);
  CHECK(periods.size() >= 4);
}

TEST_CASE("the sample corpus answers what it is asked", "[golden][corpus]") {
  const SampleIndex index;
  const auto first_hit = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "search");
    const auto hits = index.run(arguments).at("hits");
    return hits.empty() ? std::string{} : hits.at(0).at("id").get<std::string>();
  };
  CHECK(first_hit({"nuclear tests", "--country", "IN&PK", "--published", "1998"}) ==
        "1998-q2-india-pakistan.md");
  CHECK(first_hit({"joint declaration of the two Koreas", "--published", "2000"}) ==
        "2000-q2-korea-korea.txt");
  CHECK(first_hit({"Helsinki candidacy"}) == "1999-q4-eu-turkey.md");
  CHECK(first_hit({"abductions Koizumi"}) == "2002-q3-japan-korea.txt");
  const auto events = index.run(
      {"search", "--events", "--from", "1998-05-28", "--to", "1998-05-30", "--country", "PK"});
  CHECK(events.at("total").get<int>() >= 2);
}

}  // namespace dateline::test
