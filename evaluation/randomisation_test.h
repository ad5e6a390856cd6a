// Whether a difference between two runs may be chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace dateline {

/// With at most so many topics that differ every arrangement is looked at; with more, a sample.
inline constexpr std::size_t kMaxExactTopics = 13;
inline constexpr std::size_t kPermutations = 10'000;
/// Fixed, so that the same runs always give the same figure.
inline constexpr std::uint64_t kPermutationSeed = 20070106;

/// The outcome of a test.
struct RandomisationTest {
  double p = 1;       ///< two-sided: how often chance makes a difference as large
  bool exact = true;  ///< every arrangement was looked at
};

/// Fisher's randomisation test of paired scores. If both runs were equally good, either of a
/// topic's two scores could as well be the other run's: p is the share of such exchanges that make
/// the mean of the differences at least as large as it is, either way. The sampled share counts the
/// arrangement that was observed as one more, so that it is never 0.
/// Source: Smucker, Allan and Carterette, "A Comparison of Statistical Significance Tests for
/// Information Retrieval Evaluation" (CIKM 2007).
/// @param differences of the two runs' scores, one a topic.
[[nodiscard]] RandomisationTest randomisation_test(std::span<const double> differences);

}  // namespace dateline
