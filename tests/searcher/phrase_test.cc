#include "searcher/match/phrase.h"

#include <cstdint>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Words = std::vector<std::uint32_t>;

bool occurs(const Words& phrase, std::uint32_t slop, const Words& tokens) {
  return PhraseMatcher(phrase, slop).occurs_in(tokens);
}

}  // namespace

TEST_CASE("a phrase without slop stands side by side, in order", "[searcher][phrase]") {
  CHECK(occurs({1, 2}, 0, {9, 1, 2, 9}));
  CHECK(occurs({1, 1, 2}, 0, {1, 1, 1, 2}));
  CHECK_FALSE(occurs({1, 2}, 0, {2, 1}));
  CHECK_FALSE(occurs({1, 2}, 0, {1, 9, 2}));
  CHECK_FALSE(occurs({1, 2}, 0, {}));
}

TEST_CASE("with slop, other words may stand between, and the order is free", "[searcher][phrase]") {
  CHECK(occurs({1, 2}, 1, {1, 9, 2}));
  CHECK(occurs({1, 2}, 1, {2, 9, 1}));
  CHECK_FALSE(occurs({1, 2}, 1, {1, 9, 9, 2}));
  CHECK(occurs({1, 2, 3}, 2, {3, 9, 1, 9, 2}));
  CHECK_FALSE(occurs({1, 2, 3}, 1, {3, 9, 1, 9, 2}));
}

TEST_CASE("a repeated word is needed as often as the phrase has it", "[searcher][phrase]") {
  CHECK(occurs({1, 1}, 3, {1, 9, 9, 1}));
  CHECK_FALSE(occurs({1, 1}, 3, {1, 9, 9, 2}));
  CHECK(occurs({1, 2, 1}, 1, {1, 1, 9, 2}));
}

}  // namespace dateline::test
