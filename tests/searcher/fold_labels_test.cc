#include <fmt/format.h>

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

#include "tests/searcher/tellings.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

struct Score {
  double correct = 0;
  double folded = 0;
  double same = 0;
  void add(bool is_same, bool is_folded) {
    correct += is_same && is_folded ? 1 : 0;
    folded += is_folded ? 1 : 0;
    same += is_same ? 1 : 0;
  }
  [[nodiscard]] double precision() const { return correct / folded; }
  [[nodiscard]] double recall() const { return correct / same; }
  [[nodiscard]] double f1() const { return 2 * correct / (folded + same); }
};

// The columns of corpus/labels/folds.tsv.
std::vector<std::vector<std::string>> labelled_rows() {
  std::ifstream in{DATELINE_SOURCE_DIR "/corpus/labels/folds.tsv"};
  REQUIRE(in);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    rows.push_back(test::split(line, '\t'));
    CAPTURE(line);
    REQUIRE(rows.back().size() == 8);
    REQUIRE((rows.back()[0] == "choose" || rows.back()[0] == "check"));
    REQUIRE((rows.back()[1] == "same" || rows.back()[1] == "different"));
  }
  return rows;
}

}  // namespace

TEST_CASE("folding agrees with the labelled pairs", "[searcher][fold][quality]") {
  const auto rows = labelled_rows();
  REQUIRE(rows.size() >= 60);
  std::vector<Telling> tellings;
  for (const auto& row : rows) {
    tellings.push_back({row[2], row[3], row[4]});
    tellings.push_back({row[5], row[6], row[7]});
  }
  const Tellings index{tellings};
  const auto events = index.locations();
  REQUIRE(events.size() == 2 * rows.size());
  Score choose;
  Score check;
  Score all;
  std::string wrong;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool same = rows[i][1] == "same";
    const bool folded = index.folds({events[2 * i], events[2 * i + 1]}).size() == 1;
    (rows[i][0] == "choose" ? choose : check).add(same, folded);
    all.add(same, folded);
    if (same != folded) wrong += fmt::format("{}: {} | {}\n", rows[i][1], rows[i][4], rows[i][7]);
  }
  CAPTURE(wrong);
  UNSCOPED_INFO(
      fmt::format("choose: P {:.3f} R {:.3f} F1 {:.3f}; check: P {:.3f} R {:.3f} F1 "
                  "{:.3f}; all: F1 {:.3f}",
                  choose.precision(), choose.recall(), choose.f1(), check.precision(),
                  check.recall(), check.f1(), all.f1()));
  CHECK(all.f1() >= 0.87);
  CHECK(all.precision() >= 0.85);
}

}  // namespace dateline::test
