#include "indexer/annotate/worker_pool.h"

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Pool = WorkerPool<int, std::string, int>;

}  // namespace

TEST_CASE("results come in the order of their tasks, with any number of threads",
          "[indexer][pool]") {
  for (const unsigned threads : {0U, 1U, 2U, 7U}) {
    CAPTURE(threads);
    Pool pool(
        threads, [] { return 10; },
        [](int& state, int&& input) { return std::to_string(state * input); });
    for (int i = 0; i < 200; ++i) pool.submit(i);
    CHECK(pool.pending() == 200);
    for (int i = 0; i < 200; ++i) CHECK(pool.take() == std::to_string(10 * i));
    CHECK(pool.pending() == 0);
  }
}

TEST_CASE("what a task throws comes out where its result would", "[indexer][pool]") {
  Pool pool(
      2, [] { return 0; },
      [](int&, int&& input) -> std::string {
        if (input == 1) throw std::runtime_error("one");
        return "fine";
      });
  for (int i = 0; i < 3; ++i) pool.submit(i);
  CHECK(pool.take() == "fine");
  CHECK_THROWS_WITH(pool.take(), "one");
  CHECK(pool.take() == "fine");
}

TEST_CASE("a pool may go while tasks wait", "[indexer][pool]") {
  Pool pool(1, [] { return 0; }, [](int&, int&&) { return std::string{}; });
  for (int i = 0; i < 1000; ++i) pool.submit(i);
  SUCCEED("and its destructor returns");
}

}  // namespace dateline::test
