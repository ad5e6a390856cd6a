// dateline remove, as a user runs it.
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

TempDir& three_articles(TempDir& dir) {
  // Words that no other is a misspelling of.
  (void)dir.write("in/a.txt", "On May 7, 2003, obsidian was sold in Paris.\n");
  (void)dir.write("in/b.txt", "On May 7, 2003, quaggas were sold in Paris.\n");
  (void)dir.write("in/c.txt", "On May 7, 2003, zeppelins were sold in Paris.\n");
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  return dir;
}

Outcome remove(const TempDir& dir, std::vector<std::string> arguments,
               const std::string& input = {}) {
  arguments.insert(arguments.begin(), {"remove", "--index", "idx"});
  return run_dateline(dir.path(), arguments, input);
}

bool finds(const TempDir& dir, const std::string& query) {
  return run_dateline(dir.path(), {"search", "--index", "idx", query}).code == 0;
}

}  // namespace

TEST_CASE("a removed article is found no more, until its file is indexed again", "[cli][remove]") {
  TempDir dir;
  (void)three_articles(dir);
  const auto outcome = remove(dir, {"b.txt"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Contains("1 article removed, with 1 event; 2 articles left"));
  CHECK_FALSE(finds(dir, "quaggas"));
  CHECK_FALSE(run_dateline(dir.path(), {"search", "--index", "idx", "--events", "quaggas"}).code ==
              0);
  CHECK(run_dateline(dir.path(), {"show", "--index", "idx", "b.txt"}).code == 1);
  CHECK(finds(dir, "obsidian"));
  CHECK_THAT(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).out,
             Contains("1 article added") && Contains("2 unchanged"));
  CHECK(finds(dir, "quaggas"));
}

TEST_CASE("ids that are not there are reported, and decide the exit code", "[cli][remove]") {
  TempDir dir;
  (void)three_articles(dir);
  SECTION("some") {
    const auto outcome = remove(dir, {"a.txt", "x.txt", "a.txt"});
    CHECK(outcome.code == 5);
    CHECK_THAT(outcome.err, Contains("no article 'x.txt'"));
    CHECK_FALSE(finds(dir, "obsidian"));
  }
  SECTION("all") {
    const auto manifest = dateline::test::read_file(dir.path() / "idx/manifest.json");
    CHECK(remove(dir, {"x.txt"}).code == 1);
    CHECK(dateline::test::read_file(dir.path() / "idx/manifest.json") == manifest);
  }
  SECTION("an event's") {
    const auto outcome = remove(dir, {"a.txt#01234567"});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, Contains("is an event") && Contains("'a.txt'"));
    CHECK(finds(dir, "obsidian"));
  }
  SECTION("none given") { CHECK(remove(dir, {}).code == 2); }
}

TEST_CASE("ids come from a file or from standard input, one a line", "[cli][remove]") {
  TempDir dir;
  (void)three_articles(dir);
  (void)dir.write("ids", "a.txt\r\n\nc.txt");
  CHECK(remove(dir, {"--ids-from", "ids"}).code == 0);
  CHECK_FALSE(finds(dir, "obsidian"));
  CHECK_FALSE(finds(dir, "zeppelins"));
  CHECK(remove(dir, {"--ids-from", "-"}, "b.txt\n").code == 0);
  CHECK_FALSE(finds(dir, "quaggas"));
  CHECK(remove(dir, {"--ids-from", "absent"}).code == 2);
}

TEST_CASE("an index of which everything was removed is an index still", "[cli][remove]") {
  TempDir dir;
  (void)three_articles(dir);
  CHECK_THAT(remove(dir, {"a.txt", "b.txt", "c.txt"}).out, Contains("0 articles left"));
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "paris"}).code == 1);
  CHECK(std::filesystem::is_empty(dir.path() / "idx/segments"));
  CHECK_THAT(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).out,
             Contains("3 articles added"));
}

TEST_CASE("removing makes no index where there is none", "[cli][remove]") {
  const TempDir dir;
  CHECK(remove(dir, {"a.txt"}).code == 3);
  CHECK_FALSE(std::filesystem::exists(dir.path() / "idx"));
}

}  // namespace dateline::test
