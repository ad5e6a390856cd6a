// dateline check, as a user runs it.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "index/saved_queries.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

void two_articles(const TempDir& dir) {
  (void)dir.write("in/a.txt", "The first treaty was signed on May 5, 1999.\n");
  (void)dir.write("in/b.txt", "The second treaty was signed on May 6, 1999.\n");
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
}

Outcome check(const TempDir& dir, std::vector<std::string> arguments = {}) {
  arguments.insert(arguments.begin(), {"check", "--index", "idx"});
  return run_dateline(dir.path(), arguments);
}

void damage(const TempDir& dir, const std::string& file, const std::string& piece) {
  auto bytes = read_file(dir.path() / "idx" / file);
  bytes[bytes.find(piece)] ^= 1;
  (void)dir.write("idx/" + file, bytes);
}

}  // namespace

TEST_CASE("check says that a sound index is sound", "[cli][check]") {
  const TempDir dir;
  two_articles(dir);
  for (const auto& arguments : std::vector<std::vector<std::string>>{{}, {"--deep"}}) {
    const auto outcome = check(dir, arguments);
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out, Contains("sound: 2 articles in 1 segment"));
    CHECK(outcome.err.empty());
  }
}

TEST_CASE("check names what is damaged, and says how to repair it", "[cli][check]") {
  const TempDir dir;
  two_articles(dir);
  damage(dir, "segments/000001/texts", "second");
  const auto outcome = check(dir);
  CHECK(outcome.code == 3);
  CHECK_THAT(outcome.err,
             Contains("segments/000001/texts has changed; concerns 1 article: b.txt") &&
                 Contains("restore ") && Contains("'dateline index --rebuild'"));
  const auto json = nlohmann::json::parse(check(dir, {"--format", "json"}).out);
  CHECK(json["sound"] == false);
  CHECK(json["damages"][0]["articles"] == nlohmann::json{"b.txt"});

  CHECK(run_dateline(dir.path(), {"index", "--index", "idx", "--rebuild"}).code == 0);
  CHECK(check(dir, {"--deep"}).code == 0);
}

TEST_CASE("check reads the saved queries as well", "[cli][check][watch]") {
  const TempDir dir;
  two_articles(dir);
  REQUIRE(run_dateline(dir.path(), {"watch", "add", "first", "treaty", "--index", "idx"}).code ==
          0);
  CHECK(check(dir).code == 0);
  std::string told = "queries.json is damaged; restore it from a backup, or take it away";
  SECTION("changed") { damage(dir, "queries.json", "treaty"); }
  SECTION("cut") { (void)dir.write("idx/queries.json", "{"); }
  SECTION("of a newer version") {
    (void)dir.write("idx/queries.json", R"({"format": "dateline-queries", "version": 99})");
    told = "queries.json was written by a newer version";
  }
  SECTION("no file") {
    std::filesystem::remove(dir.path() / "idx/queries.json");
    std::filesystem::create_directory(dir.path() / "idx/queries.json");
  }
  const auto outcome = check(dir);
  CHECK(outcome.code == 3);
  CHECK_THAT(outcome.err, Contains(told) && !Contains("--rebuild"));
  const auto json = nlohmann::json::parse(check(dir, {"--format", "json"}).out);
  CHECK(json["sound"] == false);
  CHECK(json["damages"][0]["place"] == "queries.json");
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "treaty"}).code == 0);
}

TEST_CASE("check names saved queries that cannot be read any more", "[cli][check][watch]") {
  const TempDir dir;
  two_articles(dir);
  {
    dateline::SavedQueries queries(dir.path() / "idx");
    queries.put({"good", false, "treaty country:FR", false, "overlaps", 1});
    queries.put({"old", true, "nofield:x", false, "overlaps", 1});
    queries.write();
  }
  const auto outcome = check(dir);
  CHECK(outcome.code == 3);
  CHECK_THAT(outcome.err, Contains("queries.json holds the query 'old'") &&
                              Contains("'dateline watch add --replace'") && !Contains("good") &&
                              !Contains("--rebuild"));
  CHECK(run_dateline(dir.path(), {"watch", "add", "old", "--replace", "first", "--index", "idx"})
            .code == 0);
  CHECK(check(dir).code == 0);
}

TEST_CASE("one damaged article is repaired by removing it and indexing its file", "[cli][check]") {
  const TempDir dir;
  two_articles(dir);
  damage(dir, "segments/000001/texts", "second");
  CHECK(run_dateline(dir.path(), {"remove", "--index", "idx", "b.txt"}).code == 0);
  CHECK(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  CHECK(check(dir, {"--deep"}).code == 0);
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "second"}).code == 0);
}

TEST_CASE("a damaged manifest is reported by check and by everything else", "[cli][check]") {
  const TempDir dir;
  two_articles(dir);
  damage(dir, "manifest.json", "\"generation\": 1");
  for (const std::string command : {"check", "info", "compact"}) {
    CAPTURE(command);
    const auto outcome = run_dateline(dir.path(), {command, "--index", "idx"});
    CHECK(outcome.code == 3);
    CHECK_THAT(outcome.err, Contains("manifest.json"));
  }
}

}  // namespace dateline::test
