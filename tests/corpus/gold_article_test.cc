// The real article, against its labels.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using nlohmann::json;

const std::filesystem::path kShared{DATELINE_SHARED_DIR};

std::vector<const Block*> blocks_of(const Article& article, BlockKind kind) {
  std::vector<const Block*> found;
  for (const auto& block : article.blocks) {
    if (block.kind == kind) found.push_back(&block);
  }
  return found;
}

Span span_of(const json& object) {
  return {object.at("begin").get<std::uint32_t>(), object.at("end").get<std::uint32_t>()};
}
Span pair_span(const json& pair) {
  return {pair.at(0).get<std::uint32_t>(), pair.at(1).get<std::uint32_t>()};
}

void check_front(const Article& article, const json& gold) {
  const auto titles = blocks_of(article, BlockKind::title);
  REQUIRE(titles.size() == 1);
  CHECK(titles[0]->span == span_of(gold["title"]));
  CHECK(article.title == gold["title"]["text"].get<std::string>());
  const auto bylines = blocks_of(article, BlockKind::byline);
  REQUIRE(bylines.size() == 1);
  CHECK(bylines[0]->span == span_of(gold["byline"]));
  REQUIRE(article.authors.size() == gold["authors"].size());
  for (std::size_t i = 0; i < article.authors.size(); ++i) {
    const auto& expected = gold["authors"][i];
    CHECK(article.authors[i].name == expected["name"].get<std::string>());
    CHECK(article.authors[i].role == expected["role"].get<std::string>());
    CHECK(article.authors[i].affiliation == expected["affiliation"].get<std::string>());
    CHECK(article.authors[i].name_span == pair_span(expected["name_span"]));
  }
}

void check_headings(const Article& article, const json& gold) {
  const auto headings = blocks_of(article, BlockKind::heading);
  REQUIRE(headings.size() == gold["headings"].size());
  for (std::size_t i = 0; i < headings.size(); ++i) {
    CHECK(headings[i]->span == span_of(gold["headings"][i]));
    CHECK(headings[i]->content.of(article.text) == gold["headings"][i]["text"].get<std::string>());
  }
}

void check_paragraphs(const Article& article, const json& gold) {
  const auto paragraphs = blocks_of(article, BlockKind::paragraph);
  REQUIRE(paragraphs.size() == gold["paragraphs"].size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const auto& expected = gold["paragraphs"][i];
    CAPTURE(i);
    CHECK(paragraphs[i]->span == span_of(expected));
    std::vector<Span> pieces;
    for (const auto& piece : expected.value("pieces", json::array())) {
      pieces.push_back(pair_span(piece));
    }
    CHECK(paragraphs[i]->pieces == pieces);
  }
}

std::vector<Span> gold_entries() {
  std::ifstream in(kShared / "gold/article-events.tsv");
  std::vector<Span> spans;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::uint32_t number = 0;
    Span span;
    fields >> number >> span.begin >> span.end;
    spans.push_back(span);
  }
  return spans;
}

TEST_CASE("the labelled article has the structure of its labels", "[corpus][gold]") {
  const auto path = kShared / "articles/2001-q1-china-russia.txt";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: no labelled article here");
    return;
  }
  std::ifstream in(kShared / "gold/article-structure.json");
  const auto gold = json::parse(in);
  const auto reading = read_path(path);
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.problems.empty());
  const auto& article = reading.articles[0];
  CHECK(article.text.size() == gold["size_bytes"].get<std::size_t>());
  CHECK_THAT(broken_invariant(article), Catch::Equals(""));
  check_front(article, gold);
  check_headings(article, gold);
  check_paragraphs(article, gold);
  REQUIRE(article.published);
  CHECK(format_day(article.published->first) == gold["published"]["first"].get<std::string>());
  CHECK(format_day(article.published->last) == gold["published"]["last"].get<std::string>());
  CHECK(article.published_source == Source::chronology_heading);
  const auto headings = blocks_of(article, BlockKind::chronology_heading);
  REQUIRE(headings.size() == 1);
  CHECK(headings[0]->span == span_of(gold["chronology"]["heading"]));
  std::vector<Span> entries;
  for (const auto* block : blocks_of(article, BlockKind::chronology_entry)) {
    entries.push_back(block->span);
    CHECK(block->pieces.empty());
  }
  CHECK(entries.size() == gold["chronology"]["entries"].get<std::size_t>());
  CHECK(entries == gold_entries());
}

}  // namespace
}  // namespace dateline::test
