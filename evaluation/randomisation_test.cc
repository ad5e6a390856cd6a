#include "evaluation/randomisation_test.h"

#include <cmath>
#include <random>
#include <vector>

namespace dateline {
namespace {

constexpr std::size_t kBitsOfDraw = 64;

/// The sum of the differences, each with the sign that its bit gives.
double signed_sum(const std::vector<double>& differences, std::span<const std::uint64_t> bits) {
  double sum = 0;
  for (std::size_t i = 0; i < differences.size(); ++i) {
    const bool minus = ((bits[i / kBitsOfDraw] >> (i % kBitsOfDraw)) & 1U) != 0;
    sum += minus ? -differences[i] : differences[i];
  }
  return sum;
}

}  // namespace

RandomisationTest randomisation_test(std::span<const double> differences) {
  std::vector<double> different;  // an exchange of equal scores changes nothing
  double observed = 0;
  double magnitude = 0;
  for (const double difference : differences) {
    if (difference == 0) continue;
    different.push_back(difference);
    observed += difference;
    magnitude += std::abs(difference);
  }
  if (different.empty()) return {};
  // Sums that differ by no more than what adding up in another order does are equal.
  constexpr double kRounding = 1e-12;
  const double least = std::abs(observed) - kRounding * magnitude;
  std::size_t as_large = 0;
  const bool exact = different.size() <= kMaxExactTopics;
  if (exact) {
    const auto arrangements = std::uint64_t{1} << different.size();
    for (std::uint64_t bits = 0; bits < arrangements; ++bits) {
      if (std::abs(signed_sum(different, {&bits, 1})) >= least) ++as_large;
    }
    return {static_cast<double>(as_large) / static_cast<double>(arrangements), exact};
  }
  std::mt19937_64 random{kPermutationSeed};
  std::vector<std::uint64_t> bits((different.size() + kBitsOfDraw - 1) / kBitsOfDraw);
  for (std::size_t i = 0; i < kPermutations; ++i) {
    for (auto& draw : bits) draw = random();
    if (std::abs(signed_sum(different, bits)) >= least) ++as_large;
  }
  return {static_cast<double>(as_large + 1) / static_cast<double>(kPermutations + 1), exact};
}

}  // namespace dateline
