// dateline index: where articles may come from, and what a batch reports.
#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace fs = std::filesystem;

namespace {

Outcome index(const TempDir& dir, std::vector<std::string> arguments,
              const std::string& input = {}) {
  arguments.insert(arguments.begin(), {"index", "--index", "idx"});
  return run_dateline(dir.path(), arguments, input);
}

nlohmann::json summary(const TempDir& dir, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  return nlohmann::json::parse(index(dir, std::move(arguments)).out);
}

bool finds(const TempDir& dir, const std::string& word) {
  return run_dateline(dir.path(), {"search", "--index", "idx", word}).code == 0;
}

}  // namespace

TEST_CASE("standard input is an article, JSON Lines or TSV", "[cli][index]") {
  const TempDir dir;
  SECTION("text") {
    const std::string text = "A text about herrings.\n";
    CHECK_THAT(index(dir, {"-"}, text).out, Contains("1 article added"));
    CHECK(finds(dir, "herrings"));
    CHECK_THAT(index(dir, {"-"}, text).out, Contains("nothing to do: 1 article unchanged"));
    CHECK_THAT(index(dir, {"-"}, "Another one.\n").out, Contains("idx: 2 articles"));
  }
  SECTION("JSON Lines") {
    const auto outcome = index(dir, {"--from-json", "-"},
                               "{\"id\": \"a\", \"text\": \"About herrings.\"}\n{\"text\": \n");
    CHECK(outcome.code == 5);
    CHECK_THAT(outcome.err, Contains("skipped -:2: "));
    CHECK(run_dateline(dir.path(), {"show", "--index", "idx", "a"}).code == 0);
  }
  SECTION("TSV") {
    CHECK(index(dir, {"--from-tsv", "-"}, "a\t2001-02-19\tRU\tFish\tAbout herrings.\n").code == 0);
    CHECK(finds(dir, "herrings"));
  }
  SECTION("but one of them only") {
    CHECK(index(dir, {"-", "--from-json", "-"}).code == 2);
    CHECK(index(dir, {"-", "--files-from", "-"}).code == 2);
    CHECK(index(dir, {"--from-json", "file.jsonl"}).code == 2);
  }
}

TEST_CASE("paths come from a list", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("a.txt", "About herrings.\n");
  (void)dir.write("two\nlines.txt", "About whales.\n");
  SECTION("of lines") {
    (void)dir.write("list", "a.txt\r\n\nabsent.txt\n");
    const auto outcome = index(dir, {"--files-from", "list"});
    CHECK(outcome.code == 5);
    CHECK_THAT(outcome.err, Contains("absent.txt: no such file"));
    CHECK(finds(dir, "herrings"));
  }
  SECTION("of lines, on standard input") {
    CHECK(index(dir, {"--files-from", "-"}, "a.txt").code == 0);
    CHECK(finds(dir, "herrings"));
  }
  SECTION("ended by NUL") {
    using namespace std::string_literals;
    CHECK(index(dir, {"-0", "--files-from", "-"}, "a.txt\0two\nlines.txt\0"s).code == 0);
    CHECK(finds(dir, "whales"));
  }
  SECTION("that is empty") { CHECK(index(dir, {"--files-from", "-"}, "").code == 0); }
  SECTION("that is not there") { CHECK(index(dir, {"--files-from", "nowhere"}).code == 2); }
  SECTION("that has no end") {
    const auto outcome = index(dir, {"--files-from", "/dev/zero"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Contains("/dev/zero has more than"));
  }
}

TEST_CASE("a link that leads out of the folder given is told, and followed when asked",
          "[cli][index][links]") {
  const TempDir dir;
  (void)dir.write("out/secret.txt", "A text about herrings.\n");
  fs::create_directory(dir.path() / "in");
  fs::create_symlink("../out/secret.txt", dir.path() / "in/notes.txt");
  const auto outcome = index(dir, {"in"});
  CHECK(outcome.code == 5);
  CHECK_THAT(outcome.err, Contains("in/notes.txt: a link that leads out of"));
  CHECK_FALSE(finds(dir, "herrings"));
  CHECK(index(dir, {"--follow", "in"}).code == 0);
  CHECK(finds(dir, "herrings"));
}

TEST_CASE("an id that belongs to another source is refused, and both are named",
          "[cli][index][ids]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "A text about herrings.\n");
  REQUIRE(index(dir, {"in"}).code == 0);
  const std::string fake = "{\"id\": \"a.txt\", \"text\": \"About sardines.\"}\n";
  (void)dir.write("feed/b.jsonl", fake);
  for (const auto& arguments : {std::vector<std::string>{"feed"}, {"--from-json", "-"}}) {
    const auto outcome = index(dir, arguments, fake);
    CHECK(outcome.code == 5);
    CHECK_THAT(outcome.err, Contains("the id 'a.txt' belongs to an article of ") &&
                                Contains((fs::canonical(dir.path()) / "in/a.txt").string()));
    CHECK_FALSE(finds(dir, "sardines"));
  }
  CHECK(index(dir, {"--take-over", "feed"}).code == 0);
  CHECK(finds(dir, "sardines"));
  CHECK(index(dir, {"--source", "", "feed"}).code == 2);
  CHECK(index(dir, {"--source", "a#b", "feed"}).code == 2);
  CHECK(index(dir, {"--rebuild", "--source", "a"}).code == 2);
}

TEST_CASE("a feed's records are updated through standard input", "[cli][index][ids]") {
  const TempDir dir;
  const std::vector<std::string> feed{"--source", "wires", "--from-json", "-"};
  CHECK(index(dir, feed, "{\"id\": \"a\", \"text\": \"About herrings.\"}\n").code == 0);
  CHECK_THAT(index(dir, feed, "{\"id\": \"a\", \"text\": \"About sardines.\"}\n").out,
             Contains("1 changed"));
  CHECK(finds(dir, "sardines"));
}

TEST_CASE("a FIFO is refused with the reason", "[cli][index]") {
  const TempDir dir;
  REQUIRE(::mkfifo((dir.path() / "pipe.txt").c_str(), 0600) == 0);
  const auto outcome = index(dir, {"pipe.txt"});
  CHECK(outcome.code == 5);
  CHECK_THAT(outcome.err, Contains("pipe.txt: a FIFO, and no regular file"));
}

TEST_CASE("the summary as JSON counts what was done", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "About herrings, on May 3, 2001.\n");
  (void)dir.write("in/b.txt", "About herrings, on May 3, 2001.\n");
  (void)dir.write("in/c.txt", "About whales.\n");
  (void)dir.write("in/empty.txt", "");
  auto object = summary(dir, {"in"});
  CHECK(object["schema"] == 1);
  CHECK(object["added"] == 2);
  CHECK(object["duplicates"] == 1);
  CHECK(object["articles_total"] == 2);
  CHECK(object["events_total"] == 1);
  CHECK(object["interrupted"] == false);
  REQUIRE(object["skipped"].size() == 1);
  CHECK_THAT(object["skipped"][0]["path"].get<std::string>(), Contains("empty.txt"));

  fs::remove(dir.path() / "in/c.txt");
  fs::remove(dir.path() / "in/empty.txt");
  object = summary(dir, {"in"});
  CHECK(object["unchanged"] == 1);
  CHECK(object["vanished"] == 1);
  CHECK(object["vanished_ids"] == nlohmann::json{"c.txt"});
  CHECK(object["pruned"] == 0);
  object = summary(dir, {"--prune", "in"});
  CHECK(object["pruned"] == 1);
  CHECK(object["articles_total"] == 1);
}

TEST_CASE("what has vanished is reported with how to take it out", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "About herrings.\n");
  (void)dir.write("in/b.txt", "About whales.\n");
  CHECK(index(dir, {"in"}).code == 0);
  fs::remove(dir.path() / "in/b.txt");
  const auto told = index(dir, {"in"});
  CHECK(told.code == 0);
  CHECK_THAT(told.err, Contains("1 article no longer where it came from (b.txt); --prune"));
  CHECK(index(dir, {"--quiet", "in"}).err.empty());
  CHECK_THAT(index(dir, {"--prune", "in"}).out, Contains("1 pruned"));
  CHECK_FALSE(finds(dir, "whales"));

  fs::remove_all(dir.path() / "in");
  const auto refused = index(dir, {"--prune", "in"});
  CHECK(refused.code == 5);
  CHECK_THAT(refused.err, Contains("--prune-all"));
  CHECK(finds(dir, "herrings"));
}

TEST_CASE("only directories can be watched", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("a.txt", "About herrings.\n");
  CHECK(index(dir, {"--watch", "a.txt"}).code == 2);
  CHECK(index(dir, {"--watch", "absent"}).code == 2);
  CHECK(index(dir, {"--watch"}).code == 2);
}

TEST_CASE("Ctrl-C while standard input is read leaves nothing behind", "[cli][index]") {
  const TempDir dir;
  RunningDateline program(dir.path(), {"index", "--index", "idx", "-"}, std::nullopt);
  REQUIRE(eventually([&] { return !program.temporary_files().empty(); }));
  program.send(SIGINT);
  REQUIRE(eventually([&] { return program.has_ended(); }));
  const auto outcome = program.wait();
  CHECK(outcome.code == 130);
  CHECK_THAT(outcome.err, Contains("standard input was not at its end; nothing was indexed"));
  CHECK(program.temporary_files().empty());
}

}  // namespace dateline::test
