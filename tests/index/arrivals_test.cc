#include "index/arrivals.h"

#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {

using Generations = std::vector<std::uint64_t>;

namespace {

Arrivals arrivals_of(const Generations& generations) {
  Arrivals arrivals;
  for (const auto one : generations) arrivals.add(one);
  return arrivals;
}

Generations listed(const Arrivals& arrivals, std::size_t size) {
  Generations list;
  for (std::uint32_t i = 0; i < size; ++i) list.push_back(arrivals.of(i));
  return list;
}

Generations some_generations() {
  return *rc::gen::container<Generations>(rc::gen::inRange<std::uint64_t>(0, 6));
}

std::vector<bool> members(const dateline::Bitmap& set) {
  std::vector<bool> list;
  list.reserve(set.size());
  for (std::size_t i = 0; i < set.size(); ++i) list.push_back(set.test(i));
  return list;
}

std::vector<bool> later_than(std::uint64_t mark, const Generations& generations) {
  std::vector<bool> list;
  list.reserve(generations.size());
  for (const auto one : generations) list.push_back(one > mark);
  return list;
}

}  // namespace

TEST_CASE("each document keeps the generation that it was added with", "[index][arrivals]") {
  CHECK(rc::check([] {
    const auto generations = some_generations();
    const auto arrivals = arrivals_of(generations);
    RC_ASSERT(listed(arrivals, generations.size()) == generations);
    RC_ASSERT(arrivals.of(static_cast<std::uint32_t>(generations.size())) == 0U);
    const auto latest =
        generations.empty() ? 0U : *std::max_element(generations.begin(), generations.end());
    RC_ASSERT(arrivals.latest() == latest);
    RC_ASSERT(arrivals == Arrivals(arrivals.runs()));
  }));
}

TEST_CASE("what came after a generation is known exactly", "[index][arrivals]") {
  CHECK(rc::check([] {
    const auto generations = some_generations();
    const auto mark = *rc::gen::inRange<std::uint64_t>(0, 7);
    const auto set = arrivals_of(generations).after(mark, generations.size());
    RC_ASSERT(members(set) == later_than(mark, generations));
  }));
}

TEST_CASE("forgetting changes nothing of what came later, and joins the runs",
          "[index][arrivals]") {
  CHECK(rc::check([] {
    auto generations = some_generations();
    const auto mark = *rc::gen::inRange<std::uint64_t>(0, 7);
    auto arrivals = arrivals_of(generations);
    arrivals.forget(mark);
    for (auto& one : generations) one = one > mark ? one : 0;
    RC_ASSERT(listed(arrivals, generations.size()) == generations);
    auto expected = arrivals_of(generations);
    expected.forget(0);
    RC_ASSERT(arrivals == expected);
  }));
}

TEST_CASE("a segment of which all is forgotten keeps no runs", "[index][arrivals]") {
  auto arrivals = arrivals_of({3, 4, 4});
  CHECK(arrivals.runs().size() == 2);
  arrivals.forget(4);
  CHECK(arrivals.runs().empty());
}

TEST_CASE("what is pending belongs to the publication that settles it", "[index][arrivals]") {
  auto arrivals = arrivals_of({2, Arrivals::kPending, Arrivals::kPending, 3});
  arrivals.settle(9);
  CHECK(listed(arrivals, 4) == Generations{2, 9, 9, 3});
}

}  // namespace dateline::test
