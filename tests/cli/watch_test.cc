// dateline watch, as a user runs it.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "index/writer_lock.h"
#include "tests/cli/indexed_folder.h"
#include "tests/support/catch.h"

namespace dateline::test {

using Catch::Contains;
using nlohmann::json;

namespace {

void add_article(const TempDir& dir, const std::string& name, const std::string& place) {
  (void)dir.write("in/" + name + ".txt",
                  "On May 7, 2003, envoys met in " + place + ", as " + name + " tells.\n");
  REQUIRE(run_on_index(dir, {"index"}, {"in"}).code == 0);
}

Outcome watch(const TempDir& dir, std::vector<std::string> arguments) {
  const std::vector<std::string> command{"watch", arguments.front()};
  arguments.erase(arguments.begin());
  return run_on_index(dir, command, arguments);
}

std::vector<std::string> found(const Outcome& outcome) {
  std::vector<std::string> ids;
  const auto object = json::parse(outcome.out);
  for (const auto& query : object.at("queries")) {
    for (const auto& hit : query.at("hits")) ids.push_back(hit.at("id").get<std::string>());
  }
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a watch lists what a batch brought, once", "[cli][watch]") {
  const TempDir dir;
  add_article(dir, "a", "Paris");
  CHECK_THAT(watch(dir, {"add", "paris", "envoys", "paris"}).out,
             Contains("saved 'paris'") && Contains("articles: envoys paris"));
  CHECK(watch(dir, {"run"}).code == 1);
  add_article(dir, "b", "Rome");
  CHECK(watch(dir, {"run"}).code == 1);
  add_article(dir, "c", "Paris");
  const auto peeked = watch(dir, {"run", "--peek"});
  CHECK(peeked.code == 0);
  CHECK_THAT(peeked.out, Contains("New for paris") && Contains("1 article") && Contains("c.txt") &&
                             !Contains("a.txt"));
  CHECK(watch(dir, {"run"}).out == peeked.out);
  const auto again = watch(dir, {"run"});
  CHECK(again.code == 1);
  CHECK(again.out.empty());
  CHECK(found(watch(dir, {"run", "--all", "--format", "json"})).size() == 2);
}

TEST_CASE("a watch that is added with --all begins with what is there", "[cli][watch]") {
  const TempDir dir;
  add_article(dir, "a", "Paris");
  CHECK(watch(dir, {"add", "paris", "paris", "--all"}).code == 0);
  CHECK(found(watch(dir, {"run", "--format", "json"})) == Ids{"a.txt"});
  CHECK(watch(dir, {"run"}).code == 1);
}

TEST_CASE("named watches run alone, and keep their own marks", "[cli][watch]") {
  const TempDir dir;
  add_article(dir, "a", "Paris");
  CHECK(watch(dir, {"add", "one", "envoys"}).code == 0);
  CHECK(watch(dir, {"add", "two", "--events", "--country", "FR"}).code == 0);
  add_article(dir, "b", "Paris");
  CHECK(found(watch(dir, {"run", "one", "--format", "json"})) == Ids{"b.txt"});
  const auto other = watch(dir, {"run", "--format", "json"});
  CHECK(other.code == 0);
  REQUIRE(found(other).size() == 1);
  CHECK_THAT(found(other).front(), Contains("b.txt#"));
  CHECK(watch(dir, {"run", "three"}).code == 2);
}

TEST_CASE("the number of matches shown does not change their count", "[cli][watch]") {
  const TempDir dir;
  add_article(dir, "a", "Paris");
  CHECK(watch(dir, {"add", "all", "envoys"}).code == 0);
  for (const std::string name : {"b", "c", "d"}) {
    (void)dir.write("in/" + name + ".txt", "Envoys met in room " + name + ".\n");
  }
  add_article(dir, "e", "Rome");
  const auto outcome = watch(dir, {"run", "--limit", "3", "--format", "json"});
  const auto answer = json::parse(outcome.out);
  CHECK(answer.at("total") == 4);
  CHECK(found(outcome).size() == 3);
  CHECK(watch(dir, {"run"}).code == 1);  // what was counted counts as shown
}

TEST_CASE("saved queries are listed as queries, replaced on request, and removed", "[cli][watch]") {
  const TempDir dir;
  add_article(dir, "a", "Paris");
  CHECK(watch(dir, {"list"}).code == 1);
  CHECK(
      watch(dir, {"add", "fr", "--country", "France", "--from", "2001", "envoys", "-rome"}).code ==
      0);
  CHECK(watch(dir, {"list"}).out == "fr  articles: envoys -rome country:FR date:2001-01-01..\n");
  const auto refused = watch(dir, {"add", "fr", "talks"});
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains("already") && Contains("--replace"));
  CHECK(watch(dir, {"add", "fr", "--replace", "--events", "talks"}).code == 0);
  const auto listed = json::parse(watch(dir, {"list", "--format", "json"}).out);
  CHECK(listed.at("queries").size() == 1);
  CHECK(listed["queries"][0]["query"] == "talks");
  CHECK(listed["queries"][0]["kind"] == "event");
  CHECK(watch(dir, {"add", "it", "rome"}).code == 0);
  CHECK(watch(dir, {"remove", "it", "nothing"}).code == 5);
  CHECK(watch(dir, {"remove", "it"}).code == 1);
  CHECK(watch(dir, {"remove", "fr"}).code == 0);
  CHECK(watch(dir, {"list"}).code == 1);
}

TEST_CASE("what cannot be searched for cannot be saved", "[cli][watch]") {
  const TempDir dir;
  add_article(dir, "a", "Paris");
  CHECK_THAT(watch(dir, {"add", "x", "nofield:y"}).err, Contains("^^^^^^^"));
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"add", "x", "nofield:y"},
        {"add", "x"},
        {"add"},
        {"add", "two words", "envoys"},
        {"add", "x", "--from", "soon"},
        {"add", "x", "--nooption"}}) {
    CAPTURE(arguments);
    CHECK(watch(dir, arguments).code == 2);
  }
  CHECK_FALSE(std::filesystem::exists(dir.path() / "idx/queries.json"));
}

TEST_CASE("a watch needs an index, and makes none", "[cli][watch]") {
  const TempDir dir;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"add", "x", "envoys"}, {"list"}, {"run"}, {"remove", "x"}}) {
    CAPTURE(arguments);
    CHECK(watch(dir, arguments).code == 3);
  }
  CHECK_FALSE(std::filesystem::exists(dir.path() / "idx"));
}

TEST_CASE("saved queries outlive batches, compaction and a rebuild", "[cli][watch]") {
  const TempDir dir;
  add_article(dir, "a", "Paris");
  CHECK(watch(dir, {"add", "paris", "paris"}).code == 0);
  const auto saved = read_file(dir.path() / "idx/queries.json");
  add_article(dir, "b", "Paris");
  CHECK(run_on_index(dir, {"compact"}).code == 0);
  CHECK(run_on_index(dir, {"index", "--rebuild"}).code == 0);
  CHECK(run_on_index(dir, {"remove"}, {"a.txt"}).code == 0);
  CHECK(read_file(dir.path() / "idx/queries.json") == saved);
  CHECK(found(watch(dir, {"run", "--format", "json"})) == Ids{"b.txt"});
}

TEST_CASE("a batch that is running stops no watch", "[cli][watch]") {
  const TempDir dir;
  add_article(dir, "a", "Paris");
  const dateline::WriterLock writer(dir.path() / "idx");
  CHECK(watch(dir, {"add", "paris", "paris", "--all"}).code == 0);
  CHECK(watch(dir, {"run"}).code == 0);
  CHECK(watch(dir, {"remove", "paris"}).code == 0);
}

TEST_CASE("queries that are added at once are all saved", "[cli][watch]") {
  const TempDir dir;
  add_article(dir, "a", "Paris");
  {
    std::vector<std::jthread> shells;
    shells.reserve(6);
    for (int i = 0; i < 6; ++i) {
      shells.emplace_back([&dir, i] { (void)watch(dir, {"add", std::to_string(i), "envoys"}); });
    }
  }
  const auto listed = json::parse(watch(dir, {"list", "--format", "json"}).out);
  CHECK(listed.at("queries").size() == 6);
}

TEST_CASE("damaged saved queries stop no batch", "[cli][watch]") {
  const TempDir dir;
  add_article(dir, "a", "Paris");
  (void)dir.write("idx/queries.json", "{");
  add_article(dir, "b", "Paris");
  const auto outcome = watch(dir, {"run"});
  CHECK(outcome.code == 3);
  CHECK_THAT(outcome.err, Contains("queries.json") && Contains("is damaged"));
}

}  // namespace dateline::test
