#include "evaluation/score.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

TEST_CASE("a score's line gives rows, precision, recall and F1", "[evaluation][score]") {
  struct Case {
    Score score;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {{102, 98, 146, 145, 143}, "rows 98/102 P 0.986 R 0.979 F1 0.983"},
      {{1, 1, 0, 0, 0}, "rows 1/1 P 1.000 R 1.000 F1 1.000"},  // nothing to find, nothing found
      {{1, 0, 1, 0, 0}, "rows 0/1 P 0.000 R 0.000 F1 0.000"},  // nothing found
      {{1, 0, 0, 1, 0}, "rows 0/1 P 0.000 R 0.000 F1 0.000"},  // nothing to find
      {{2, 1, 3, 4, 2}, "rows 1/2 P 0.500 R 0.667 F1 0.571"},
      {{0, 0, 0, 0, 0}, "rows 0/0 P 1.000 R 1.000 F1 1.000"},
  };
  for (const auto& [score, expected] : cases) {
    CAPTURE(expected);
    CHECK(score_line(score) == expected);
  }
}

}  // namespace
}  // namespace dateline::test
