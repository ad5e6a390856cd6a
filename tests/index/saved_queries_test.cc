#include "index/saved_queries.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "index/error.h"
#include "index/manifest.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

SavedQuery query(const std::string& name, std::optional<std::uint64_t> shown) {
  return {name, true, "country:TR summit", true, "within", shown};
}

void save(const TempDir& dir, const std::vector<SavedQuery>& all) {
  SavedQueries queries(dir.path());
  for (const auto& one : all) queries.put(one);
  queries.write();
}

}  // namespace

TEST_CASE("saved queries come back as they were written, in their order", "[index][watch]") {
  const TempDir dir;
  CHECK(read_saved_queries(dir.path()).empty());
  const std::vector<SavedQuery> all{query("turkey", 7), query("a", std::nullopt)};
  save(dir, all);
  CHECK(read_saved_queries(dir.path()) == all);
  CHECK_FALSE(std::filesystem::exists(dir.path() / "queries.json.new"));
}

TEST_CASE("a query of a known name takes the place of the old one", "[index][watch]") {
  const TempDir dir;
  save(dir, {query("a", 1), query("b", 2)});
  auto other = query("a", 3);
  other.query = "accord";
  save(dir, {other});
  CHECK(read_saved_queries(dir.path()) == std::vector<SavedQuery>{other, query("b", 2)});
}

TEST_CASE("a damaged file of saved queries is refused, and nothing is lost by it",
          "[index][watch]") {
  const TempDir dir;
  save(dir, {query("turkey", 7)});
  const auto good = read_file(dir.path() / "queries.json");
  SECTION("cut") { (void)dir.write("queries.json", good.substr(0, good.size() / 2)); }
  SECTION("edited") {
    auto edited = good;
    edited.replace(edited.find("turkey"), 6, "norway");
    (void)dir.write("queries.json", edited);
  }
  SECTION("something else") { (void)dir.write("queries.json", "[]"); }
  SECTION("nested without measure") {
    (void)dir.write("queries.json", std::string(200'000, '[') + std::string(200'000, ']'));
  }
  const auto bad = read_file(dir.path() / "queries.json");
  CHECK_THROWS_WITH(read_saved_queries(dir.path()), Contains("is damaged"));
  CHECK_THROWS_AS(SavedQueries(dir.path()), IndexError);
  CHECK(read_file(dir.path() / "queries.json") == bad);
}

TEST_CASE("saved queries that the manifest knows of are missed when they are gone",
          "[index][watch]") {
  const TempDir dir;
  Manifest manifest;
  write_manifest(dir.path(), manifest);
  CHECK(read_saved_queries(dir.path()).empty());
  CHECK(saved_queries_damage(dir.path(), manifest).empty());
  manifest.has_queries = true;
  write_manifest(dir.path(), manifest);
  CHECK_THAT(saved_queries_damage(dir.path(), read_manifest(dir.path())), Contains("is missing"));
  CHECK_THROWS_WITH(read_saved_queries(dir.path()), Contains("is missing"));
  save(dir, {query("turkey", 7)});  // added again
  CHECK(saved_queries_damage(dir.path(), manifest).empty());
  CHECK(read_saved_queries(dir.path()).size() == 1);
}

TEST_CASE("a file of a newer version is not called damaged", "[index][watch]") {
  const TempDir dir;
  (void)dir.write("queries.json", R"({"format": "dateline-queries", "version": 99})");
  CHECK_THROWS_WITH(read_saved_queries(dir.path()), Contains("newer version"));
}

TEST_CASE("a mark never goes back, but from beyond the index", "[index][watch]") {
  struct Case {
    std::uint64_t shown, generation, current, expected;
  };
  for (const auto& [shown, generation, current, expected] :
       {Case{3, 5, 5, 5}, Case{6, 5, 7, 6}, Case{9, 5, 5, 5}}) {
    CAPTURE(shown, generation, current);
    const TempDir dir;
    save(dir, {query("a", shown)});
    SavedQueries queries(dir.path());
    queries.note_shown(query("a", 1), generation, current);
    CHECK(queries.find("a")->shown == expected);
  }
}

TEST_CASE("a query that was replaced while it ran keeps its own mark", "[index][watch]") {
  const TempDir dir;
  auto other = query("a", 3);
  other.query = "accord";
  save(dir, {other});
  SavedQueries queries(dir.path());
  queries.note_shown(query("a", 1), 5, 5);
  queries.note_shown(query("gone", 1), 5, 5);
  CHECK(queries.all() == std::vector<SavedQuery>{other});
}

TEST_CASE("the oldest mark leaves out queries to which all is new", "[index][watch]") {
  const TempDir dir;
  CHECK(SavedQueries(dir.path()).oldest_shown(8) == 8);
  save(dir, {query("a", std::nullopt)});
  CHECK(SavedQueries(dir.path()).oldest_shown(8) == 8);
  save(dir, {query("b", 6), query("c", 4)});
  CHECK(SavedQueries(dir.path()).oldest_shown(8) == 4);
}

TEST_CASE("no query is lost when many are added at once", "[index][watch]") {
  const TempDir dir;
  {
    std::vector<std::jthread> threads;
    threads.reserve(8);
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&, i] { save(dir, {query("q" + std::to_string(i), 1)}); });
  }
  CHECK(read_saved_queries(dir.path()).size() == 8);
}

TEST_CASE("who may not wait for the saved queries is refused while another holds them",
          "[index][watch]") {
  const TempDir dir;
  const SavedQueries held(dir.path());
  CHECK_THROWS_WITH(SavedQueries(dir.path(), std::chrono::milliseconds{0}),
                    Contains("another process is changing"));
}

TEST_CASE("names are one word that is no option", "[index][watch]") {
  for (const std::string_view name : {"a", "russia-china", "Türkei", "2001.q1", "x/y"}) {
    CAPTURE(name);
    CHECK(is_query_name(name));
  }
  for (const std::string_view name : {"", "-a", "--all", "two words", "a\tb", "a\x01", "\xff"}) {
    CAPTURE(name);
    CHECK_FALSE(is_query_name(name));
  }
  CHECK(is_query_name(std::string(100, 'n')));
  CHECK_FALSE(is_query_name(std::string(101, 'n')));
}

}  // namespace dateline::test
