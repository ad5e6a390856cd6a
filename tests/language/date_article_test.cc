// The dates of a whole article, against labels of every mention with its bytes.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "language/date_finder.h"
#include "tests/language/date_gold.h"

namespace dateline {
namespace {

const std::string kShared = DATELINE_SHARED_DIR;

struct LabelledBlock {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_entry = false;
};

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Rows of a gold file as their columns.
std::vector<std::vector<std::string>> read_rows(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') rows.push_back(test::split(line, '\t'));
  }
  return rows;
}

std::vector<LabelledBlock> read_blocks() {
  std::vector<LabelledBlock> blocks;
  const auto structure = nlohmann::json::parse(read_file(kShared + "/gold/article-structure.json"));
  for (const auto& p : structure["paragraphs"]) blocks.push_back({p["begin"], p["end"], false});
  const auto& heading = structure["chronology"]["heading"];
  blocks.push_back({heading["begin"], heading["end"], false});
  for (const auto& row : read_rows(kShared + "/gold/article-events.tsv")) {
    blocks.push_back({std::stoul(row.at(1)), std::stoul(row.at(2)), true});
  }
  return blocks;
}

// "begin-end first/last" of every mention found.
std::vector<std::string> find_all(const std::string& text) {
  const DateFinder finder;
  std::vector<std::string> found;
  for (const LabelledBlock& block : read_blocks()) {
    DateContext context;
    context.anchor = parse_iso_interval("2001Q1");
    context.is_entry = block.is_entry;
    for (const DateMention& m : finder.find(
             std::string_view(text).substr(block.begin, block.end - block.begin), context)) {
      found.push_back(std::to_string(block.begin + m.span.begin) + "-" +
                      std::to_string(block.begin + m.span.end) + " " +
                      test::gold_interval(m.value.days));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST_CASE("an article's dates are found with their bytes and days",
          "[language][date][gold][quality]") {
  const std::string text = read_file(kShared + "/articles/2001-q1-china-russia.txt");
  if (text.empty()) {
    WARN("skipped: no shared article at " DATELINE_SHARED_DIR);
    return;
  }
  std::vector<std::string> gold;
  for (const auto& row : read_rows(kShared + "/gold/article-dates.tsv")) {
    gold.push_back(row.at(0) + "-" + row.at(1) + " " + row.at(3));
  }
  std::sort(gold.begin(), gold.end());
  REQUIRE(!gold.empty());
  test::DateScore score;
  score.add(find_all(text), gold);
  CAPTURE(score.found, score.gold, score.both);
  CHECK(score.f1() >= 0.97);
}

}  // namespace
}  // namespace dateline
