// Whether a difference may be chance.
#include "evaluation/randomisation_test.h"
#include "tests/support/catch.h"

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace dateline::test {
namespace {

// Every arrangement, in the plainest way.
double exhaustive(const std::vector<double>& differences) {
  double observed = 0;
  for (const double difference : differences) observed += difference;
  std::uint32_t as_large = 0;
  const auto arrangements = std::uint32_t{1} << differences.size();
  for (std::uint32_t bits = 0; bits < arrangements; ++bits) {
    double sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i)
      sum += ((bits >> i) & 1U) != 0 ? -differences[i] : differences[i];
    if (std::abs(sum) >= std::abs(observed) - 1e-9) ++as_large;
  }
  return as_large / static_cast<double>(arrangements);
}

TEST_CASE("few topics give the exact share", "[evaluation][randomisation]") {
  const std::vector<std::pair<std::vector<double>, double>> cases{
      {{}, 1},
      {{0, 0, 0}, 1},
      {{0.4}, 1},
      {{0.1, -0.1}, 1},
      {{1, 1, 1}, 0.25},              // all plus or all minus: 2 of 8
      {{-1, -1, -1}, 0.25},           // the other way round
      {{0, 1, 0, 1, 1, 0}, 0.25},     // equal topics say nothing
      {{3, 1, -1}, 0.75},             // |±3±1±1| >= 3: all but 3−1−1 and its mirror
      {{0.1, 0.2, 0.3, -0.3}, 0.75},  // |sum| >= 0.3: 12 of 16, however the sums are rounded
      {std::vector<double>(13, 0.5), 2.0 / 8192},
  };
  for (const auto& [differences, p] : cases) {
    CAPTURE(differences);
    const auto test = randomisation_test(differences);
    CHECK(test.exact);
    CHECK(test.p == Approx(p));
    CHECK(test.p == Approx(exhaustive(differences)));
  }
}

TEST_CASE("many topics give a sampled share near the exact one", "[evaluation][randomisation]") {
  std::mt19937_64 random{1};
  for (const double shift : {0.0, 0.1, 0.2, 0.4}) {
    CAPTURE(shift);
    std::vector<double> differences(17);
    for (auto& difference : differences)
      difference = static_cast<double>(random() % 1000) / 1000 - 0.5 + shift;
    const auto test = randomisation_test(differences);
    CHECK_FALSE(test.exact);
    CHECK(test.p == Approx(exhaustive(differences)).margin(0.02));
  }
}

TEST_CASE("a sampled share repeats, is symmetric and never 0", "[evaluation][randomisation]") {
  const std::vector<double> better(200, 0.1);
  const std::vector<double> worse(200, -0.1);
  CHECK(randomisation_test(better).p == Approx(1.0 / 10'001));
  CHECK(randomisation_test(worse).p == randomisation_test(better).p);
  std::vector<double> mixed(80, 0.07);
  for (std::size_t i = 0; i < mixed.size(); i += 5) mixed[i] = -0.2;
  const auto first = randomisation_test(mixed);
  CHECK(first.p > 0.01);
  CHECK(first.p < 1);
  CHECK(randomisation_test(mixed).p == first.p);
}

}  // namespace
}  // namespace dateline::test
