// kill -9 at some moment of a batch: the last published state stays readable, and the same command
// finishes the work.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

// A log of many days, so that a batch takes a while.
std::string many_articles(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    const auto day = "200" + std::to_string(i % 10) + "-0" + std::to_string(i % 9 + 1) + "-1" +
                     std::to_string(i % 10);
    lines += R"({"id": "log/)" + std::to_string(i) + R"(", "title": "Day )" + std::to_string(i) +
             R"(", "published": ")" + day +
             R"(", "text": "Russia and China sign agreement number )" + std::to_string(i) +
             R"( in Beijing.\n\nThe president of Kazakhstan visits Moscow for talks, item )" +
             std::to_string(i * 7) +
             R"( on the list."})"
             "\n";
  }
  return lines;
}

// Starts the batch and kills it after a while. The moment is arbitrary; what is asserted holds at
// any.
void kill_during_batch(const TempDir& dir, std::chrono::milliseconds after) {
  const auto child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::chdir(dir.path().c_str()) != 0) ::_exit(127);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    if (::dup2(nowhere, 1) < 0 || ::dup2(nowhere, 2) < 0) ::_exit(127);
    ::execl(DATELINE_PROGRAM, DATELINE_PROGRAM, "index", "--index", "idx", "big.jsonl", nullptr);
    ::_exit(127);
  }
  std::this_thread::sleep_for(after);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
}

}  // namespace

TEST_CASE("kill -9 leaves the last state readable, and the same command resumes",
          "[cli][index][crash]") {
  const TempDir dir;
  (void)dir.write("first.txt", "A treaty on the border was signed.\n");
  (void)dir.write("big.jsonl", many_articles(3000));
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "first.txt"}).code == 0);
  for (int i = 0; i < 8; ++i) {
    kill_during_batch(dir, std::chrono::milliseconds{5 + 40 * i});
    CAPTURE(i);
    const auto found = run_dateline(dir.path(), {"search", "--index", "idx", "treaty border"});
    CHECK(found.code == 0);
    CHECK(found.err.empty());
  }
  CHECK(run_dateline(dir.path(), {"index", "--index", "idx", "big.jsonl"}).code == 0);
  const auto again =
      run_dateline(dir.path(), {"index", "--index", "idx", "big.jsonl", "first.txt"});
  CHECK_THAT(again.out, Contains("nothing to do: 3,001 articles unchanged"));
  CHECK_THAT(run_dateline(dir.path(),
                          {"search", "--index", "idx", "--events", "agreement", "--limit", "1"})
                 .out,
             Contains("3,000 events"));
}

}  // namespace dateline::test
