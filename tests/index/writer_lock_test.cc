#include "index/writer_lock.h"

#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>

#include "index/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

TEST_CASE("a second writer learns who holds the index", "[index][lock]") {
  const TempDir dir;
  std::optional<WriterLock> first(std::in_place, dir.path());
  try {
    const WriterLock second(dir.path());
    FAIL("two writers at once");
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::locked);
    CHECK_THAT(error.what(),
               Contains("process " + std::to_string(::getpid()) + " on ") && Contains(" since 2"));
  }
  CHECK(lock_holder(dir.path()).value_or("").starts_with("process "));
  first.reset();
  CHECK_FALSE(lock_holder(dir.path()));
  CHECK_NOTHROW(WriterLock(dir.path()));
}

TEST_CASE("a writer that waits gets the lock when it is let go, and says once that it waits",
          "[index][lock]") {
  const TempDir dir;
  std::optional<WriterLock> first(std::in_place, dir.path());
  LockWait wait;
  wait.at_most = std::chrono::minutes{10};
  int calls = 0;
  wait.on_wait = [&](const std::string& holder) {
    ++calls;
    CHECK_THAT(holder, Contains("process "));
    first.reset();
  };
  CHECK_NOTHROW(WriterLock(dir.path(), wait));
  CHECK(calls == 1);
}

TEST_CASE("waiting ends with its time, and with a request to stop", "[index][lock]") {
  const TempDir dir;
  const WriterLock first(dir.path());
  LockWait wait;
  SECTION("time") { wait.at_most = std::chrono::milliseconds{60}; }
  SECTION("stop") {
    std::stop_source stop;
    stop.request_stop();
    wait.at_most = std::chrono::hours{10};
    wait.stop = stop.get_token();
  }
  try {
    const WriterLock second(dir.path(), wait);
    FAIL("two writers at once");
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::locked);
  }
}

TEST_CASE("a note that a killed writer left holds nobody up", "[index][lock]") {
  const TempDir dir;
  (void)dir.write("lock", "process 4711 on elsewhere since 2001-02-19T10:00:00+0100");
  CHECK_FALSE(lock_holder(dir.path()));
  CHECK_NOTHROW(WriterLock(dir.path()));
}

TEST_CASE("a lock file that cannot be opened is no other writer", "[index][lock]") {
  const TempDir dir;
  std::filesystem::create_directory(dir.path() / "lock");  // stops root as well
  try {
    const WriterLock lock(dir.path());
    FAIL("locked a directory");
  } catch (const IndexError& error) {
    CHECK(error.fault() == IndexFault::io);
    CHECK_THAT(error.what(), Contains("cannot be opened for writing"));
  }
}

}  // namespace dateline::test
