// dateline index --rebuild, --wait and Ctrl-C, as a user meets them.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include "cli/fatal_signals.h"
#include "index/mapped_file.h"
#include "index/writer_lock.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

namespace fs = std::filesystem;

Outcome index(const TempDir& dir, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"index", "--index", "idx"});
  return run_dateline(dir.path(), arguments);
}

void change_schema(const TempDir& dir) {
  auto manifest = read_file(dir.path() / "idx/manifest.json");
  const auto at = manifest.find("\"schema\": ") + 10;
  manifest.replace(at, manifest.find_first_not_of("0123456789", at) - at, "1");
  (void)dir.write("idx/manifest.json", manifest);
}

}  // namespace

TEST_CASE("an index of another schema is refused with the way to build it again",
          "[cli][rebuild]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "The first treaty.\n");
  (void)dir.write("in/b.txt", "The second treaty.\n");
  REQUIRE(index(dir, {"in"}).code == 0);
  change_schema(dir);
  const auto refused = run_dateline(dir.path(), {"search", "--index", "idx", "treaty"});
  CHECK(refused.code == 3);
  CHECK_THAT(refused.err, Contains("schema 1") && Contains("'dateline index --rebuild'"));
  CHECK(index(dir, {"in"}).code == 3);

  fs::remove(dir.path() / "in/b.txt");
  const auto held = index(dir, {"--rebuild"});
  CHECK(held.code == 5);
  CHECK_THAT(held.err, Contains("'b.txt' cannot be built again") && Contains("in/b.txt is gone") &&
                           Contains("--accept-loss"));
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "treaty"}).code == 3);

  const auto rebuilt = index(dir, {"--rebuild", "--accept-loss"});
  CHECK(rebuilt.code == 5);
  CHECK_THAT(rebuilt.out, Contains("1 article from their sources"));
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "treaty"}).code == 0);
}

TEST_CASE("what is kept from the index for want of its source is reported", "[cli][rebuild]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "The first treaty.\n");
  (void)dir.write("in/b.txt", "The second treaty.\n");
  REQUIRE(index(dir, {"in"}).code == 0);
  fs::remove(dir.path() / "in/b.txt");
  const auto outcome = index(dir, {"--rebuild"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, Contains("'b.txt' is taken from its stored text"));
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "second"}).code == 0);
}

TEST_CASE("what cannot go with --rebuild is a usage error", "[cli][rebuild]") {
  const TempDir dir;
  (void)dir.write("a.txt", "A treaty.\n");
  CHECK(index(dir, {"--rebuild", "a.txt"}).code == 2);
  CHECK(index(dir, {"--rebuild", "--reannotate"}).code == 2);
  CHECK(index(dir, {"--accept-loss", "a.txt"}).code == 2);
  CHECK(index(dir, {"--rebuild"}).code == 3);
}

TEST_CASE("a second writer learns who writes, waits when asked, and exits with 4", "[cli][lock]") {
  const TempDir dir;
  (void)dir.write("a.txt", "A treaty.\n");
  REQUIRE(index(dir, {"a.txt"}).code == 0);
  const dateline::WriterLock lock(dir.path() / "idx");
  const auto holder = "process " + std::to_string(::getpid());
  const auto at_once = index(dir, {"a.txt"});
  CHECK(at_once.code == 4);
  CHECK_THAT(at_once.err, Contains(holder) && Contains("--wait SECONDS"));
  const auto waited = index(dir, {"--wait", "0.2", "a.txt"});
  CHECK(waited.code == 4);
  CHECK_THAT(waited.err, Contains("waiting up to 0.2 s"));
  for (const std::string command : {"compact", "remove"}) {
    CAPTURE(command);
    std::vector<std::string> words{command, "--index", "idx", "--wait", "0.1"};
    if (command == "remove") words.emplace_back("a.txt");
    CHECK(run_dateline(dir.path(), words).code == 4);
  }
  CHECK(run_dateline(dir.path(), {"check", "--index", "idx"}).code == 0);
}

TEST_CASE("a terminal that goes away ends a batch as SIGTERM does", "[cli][index][interrupt]") {
  const TempDir dir;
  RunningDateline reading(dir.path(), {"index", "--index", "idx", "-"}, std::nullopt);
  REQUIRE(eventually([&] { return !reading.temporary_files().empty(); }));
  reading.send(SIGHUP);
  const auto outcome = reading.wait();
  CHECK(outcome.code == 130);
  CHECK_THAT(outcome.err, Contains("nothing was indexed"));
}

TEST_CASE("a write beyond the limit of file sizes is an error with its reason", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("a.txt", std::string(200'000, 'x') + " treaty.\n");
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  rlimit small = before;
  small.rlim_cur = 50'000;
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const auto outcome = index(dir, {"a.txt"});
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  CHECK(outcome.code == 6);
  CHECK_THAT(outcome.err, Contains("File too large"));
  CHECK(index(dir, {"a.txt"}).code == 0);
}

TEST_CASE("a file that is cut short in place ends the program with a message", "[cli][sigbus]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "A treaty on herrings.\n");
  const auto child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    take_fatal_signals();
    const int log = ::open((dir.path() / "log").c_str(), O_WRONLY | O_CREAT, 0600);
    if (::dup2(log, 2) < 0) ::_exit(127);
    const MappedFile file(dir.path() / "in/a.txt");
    fs::resize_file(dir.path() / "in/a.txt", 0);
    ::_exit(file.bytes()[3] == 'r' ? 1 : 2);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 6);
  CHECK_THAT(read_file(dir.path() / "log"), Contains("dateline: a file in use was cut short"));
}

TEST_CASE("Ctrl-C keeps what was done, and says how to go on", "[cli][index][interrupt]") {
  const TempDir dir;
  for (int i = 0; i < 4000; ++i) {
    (void)dir.write("in/" + std::to_string(i) + ".txt",
                    "On May 5, 1999, Russia and China signed treaty " + std::to_string(i) + ".\n");
  }
  const auto child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const int log = ::open((dir.path() / "log").c_str(), O_WRONLY | O_CREAT, 0600);
    if (::chdir(dir.path().c_str()) != 0 || ::dup2(log, 2) < 0) ::_exit(127);
    ::execl(DATELINE_PROGRAM, DATELINE_PROGRAM, "index", "--index", "idx", "--publish-every",
            "0.001", "in", nullptr);
    ::_exit(127);
  }
  while (!fs::exists(dir.path() / "idx/manifest.json")) std::this_thread::yield();
  ::kill(child, SIGINT);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 130);
  CHECK_THAT(read_file(dir.path() / "log"),
             Contains("stopping after the current article") && Contains("stopped: ") &&
                 Contains("of this batch are in the index; the same command goes on"));
  CHECK(run_dateline(dir.path(), {"check", "--deep", "--index", "idx"}).code == 0);
  CHECK_THAT(index(dir, {"in"}).out, Contains("idx: 4,000 articles"));
}

}  // namespace dateline::test
