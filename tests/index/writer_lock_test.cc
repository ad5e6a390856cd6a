#include "index/writer_lock.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "index/error.h"
#include "tests/support/temp_dir.h"

using dateline::IndexError;
using dateline::WriterLock;

TEST_CASE("a second writer is told who holds the index", "[index][lock]") {
  const dateline::test::TempDir dir;
  std::optional<WriterLock> first(std::in_place, dir.path());
  try {
    const WriterLock second(dir.path());
    FAIL("two writers at once");
  } catch (const IndexError& error) {
    CHECK(error.fault() == dateline::IndexFault::locked);
    CHECK_THAT(error.what(), Catch::Contains("process " + std::to_string(::getpid()) + " since "));
  }
  first.reset();
  CHECK_NOTHROW(WriterLock(dir.path()));
}
