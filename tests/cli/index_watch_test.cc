// dateline index --watch, running beside the test. What it does in its own time is polled for.
#include <signal.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "index/writer_lock.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

namespace fs = std::filesystem;

using Ids = std::vector<std::string>;

std::string article(const std::string& place) {
  return "On May 7, 2003, envoys met in " + place + ".\n";
}

bool finds(const TempDir& dir, const std::string& word) {
  return run_dateline(dir.path(), {"search", "--index", "idx", word}).code == 0;
}

bool comes_to_find(const TempDir& dir, const std::string& word) {
  return eventually([&] { return finds(dir, word); });
}

std::vector<std::string> watching(const std::vector<std::string>& more = {}) {
  std::vector<std::string> words{"index", "--index", "idx", "--watch", "in"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// Ends it as Ctrl-C does.
void interrupt(RunningDateline& program) {
  program.send(SIGINT);
  REQUIRE(eventually([&] { return program.has_ended(); }));
  const auto outcome = program.wait();
  CAPTURE(outcome.out, outcome.err);
  CHECK(outcome.code == 0);
}

// The ids that the saved queries list, sorted.
Ids news(const TempDir& dir) {
  const auto outcome =
      run_dateline(dir.path(), {"watch", "run", "--index", "idx", "--format", "json"});
  CAPTURE(outcome.code, outcome.out, outcome.err);
  CHECK(outcome.code == 0);
  Ids ids;
  const auto report = nlohmann::json::parse(outcome.out);
  for (const auto& query : report.at("queries")) {
    for (const auto& hit : query.at("hits")) ids.push_back(hit.at("id").get<std::string>());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace

TEST_CASE("what comes below a watched folder is indexed, and new to saved queries",
          "[cli][index][watch]") {
  const TempDir dir;
  (void)dir.write("in/first.txt", article("Athens"));
  RunningDateline program(dir.path(), watching());
  REQUIRE(comes_to_find(dir, "athens"));
  REQUIRE(run_dateline(dir.path(), {"watch", "add", "envoys", "envoys", "--index", "idx"}).code ==
          0);

  std::ofstream slow(dir.path() / "in/slow.txt");
  slow << article("Oslo") << std::flush;
  (void)dir.write("in/dropped.txt", article("Paris"));
  (void)dir.write("moved.txt", article("Rome"));
  fs::rename(dir.path() / "moved.txt", dir.path() / "in/moved.txt");
  (void)dir.write("in/sub/deeper/below.txt", article("Vienna"));
  CHECK(comes_to_find(dir, "paris"));
  CHECK(comes_to_find(dir, "rome"));
  CHECK(comes_to_find(dir, "vienna"));
  // By now it may have been indexed as far as it went: the rest makes it another article.
  slow << "\n" << article("Lisbon");
  slow.close();
  CHECK(comes_to_find(dir, "oslo lisbon"));
  (void)dir.write("in/first.txt", article("Madrid"));
  CHECK(comes_to_find(dir, "madrid"));
  CHECK_FALSE(finds(dir, "athens"));

  interrupt(program);
  CHECK(news(dir) ==
        Ids{"dropped.txt", "first.txt", "moved.txt", "slow.txt", "sub/deeper/below.txt"});
  CHECK(run_dateline(dir.path(), {"check", "--index", "idx", "--deep"}).code == 0);
  CHECK_THAT(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).out,
             Contains("nothing to do: 5 articles unchanged"));
}

TEST_CASE("with --prune, what goes from a watched folder goes from the index",
          "[cli][index][watch]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", article("Athens"));
  (void)dir.write("in/sub/b.txt", article("Rome"));
  (void)dir.write("in/stays.txt", article("Paris"));
  RunningDateline program(dir.path(), watching({"--prune"}));
  REQUIRE(comes_to_find(dir, "rome"));
  fs::remove(dir.path() / "in/a.txt");
  fs::rename(dir.path() / "in/sub", dir.path() / "away");
  CHECK(eventually([&] { return !finds(dir, "athens"); }));
  CHECK(eventually([&] { return !finds(dir, "rome"); }));
  CHECK(finds(dir, "paris"));
  interrupt(program);
}

TEST_CASE("watching waits for another writer", "[cli][index][watch]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", article("Athens"));
  fs::create_directory(dir.path() / "idx");
  std::optional<dateline::WriterLock> writer(dir.path() / "idx");
  RunningDateline program(dir.path(), watching());
  REQUIRE(eventually([&] { return program.err().find("waiting") != std::string::npos; }));
  SECTION("and goes on when that is done") {
    writer.reset();
    CHECK(comes_to_find(dir, "athens"));
    interrupt(program);
  }
  SECTION("but not when it is asked to end") {
    interrupt(program);
    CHECK_FALSE(fs::exists(dir.path() / "idx/manifest.json"));
  }
}

TEST_CASE("watching ends when no folder is left", "[cli][index][watch]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", article("Athens"));
  RunningDateline program(dir.path(), watching());
  REQUIRE(comes_to_find(dir, "athens"));
  fs::remove_all(dir.path() / "in");
  REQUIRE(eventually([&] { return program.has_ended(); }));
  const auto outcome = program.wait();
  CHECK(outcome.code == 6);
  CHECK_THAT(outcome.err, Contains("in is there no more and is watched no longer"));
  CHECK(finds(dir, "athens"));
}

TEST_CASE("watching ends when the index cannot be written any more, and says what is safe",
          "[cli][index][watch]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", article("Athens"));
  RunningDateline program(dir.path(), watching());
  REQUIRE(comes_to_find(dir, "athens"));
  fs::remove(dir.path() / "idx/lock");
  fs::create_directory(dir.path() / "idx/lock");
  (void)dir.write("in/b.txt", article("Rome"));
  REQUIRE(eventually([&] { return program.has_ended(); }));
  const auto outcome = program.wait();
  CHECK(outcome.code == 6);
  CHECK_THAT(outcome.err, Contains("lock: cannot be opened for writing") &&
                              Contains("watching ends; the same command goes on"));
  fs::remove(dir.path() / "idx/lock");
  CHECK_THAT(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).out,
             Contains("1 article added, 0 changed, 1 unchanged"));
}

}  // namespace dateline::test
