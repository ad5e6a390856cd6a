#include "index/manifest.h"

#include <nlohmann/json.hpp>
#include <string>

#include "index/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

Manifest example() {
  Manifest manifest;
  manifest.id = "00112233445566778899aabbccddeeff";
  manifest.generation = 7;
  manifest.analyzer = "words-1 en";
  manifest.extractor = "dates-1";
  manifest.roots = {"/srv/articles"};
  manifest.segments = {{"000001", 12, 340, {0, 5}}, {"000002", 1, 0, {}}};
  manifest.segments[0].arrivals.add(6, 12);
  manifest.segments[0].event_arrivals.add(0, 300);
  manifest.segments[0].event_arrivals.add(6, 40);
  return manifest;
}

}  // namespace

TEST_CASE("a manifest comes back as it was published", "[index][manifest]") {
  const TempDir dir;
  write_manifest(dir.path(), example());
  CHECK(read_manifest(dir.path()) == example());
  CHECK_FALSE(std::filesystem::exists(dir.path() / "manifest.json.new"));
}

TEST_CASE("each new index has an id of its own", "[index][manifest]") {
  const auto id = dateline::new_index_id();
  CHECK(id.size() == 32);
  CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(dateline::new_index_id() != id);
}

TEST_CASE("what is no index is distinguished from a damaged one", "[index][manifest]") {
  const TempDir dir;
  CHECK_THROWS_WITH(read_manifest(dir.path() / "absent"),
                    Contains("no index at") && Contains("dateline index"));
  CHECK_THROWS_WITH(read_manifest(dir.path()), Contains("is no Dateline index"));

  write_manifest(dir.path(), example());
  const auto good = read_file(dir.path() / "manifest.json");
  SECTION("cut") {
    (void)dir.write("manifest.json", good.substr(0, good.size() / 2));
    CHECK_THROWS_WITH(read_manifest(dir.path()), Contains("damaged"));
  }
  SECTION("edited") {
    auto edited = good;
    edited.replace(edited.find("340"), 3, "341");
    (void)dir.write("manifest.json", edited);
    CHECK_THROWS_WITH(read_manifest(dir.path()), Contains("does not match its hash"));
  }
  SECTION("of another schema") {
    auto object = nlohmann::json::parse(good);
    object["schema"] = 99;
    (void)dir.write("manifest.json", object.dump());
    CHECK_THROWS_WITH(read_manifest(dir.path()), Contains("has schema 99, this program reads"));
  }
  SECTION("something else") {
    (void)dir.write("manifest.json", R"({"format": "other"})");
    CHECK_THROWS_WITH(read_manifest(dir.path()), Contains("is no Dateline index"));
  }
}

TEST_CASE("a manifest that nobody can have written is damaged, whatever its hash says",
          "[index][manifest]") {
  const TempDir dir;
  auto manifest = example();
  auto& segment = manifest.segments[0];
  SECTION("an article that is not there is removed") { segment.removed = {0, 12}; }
  SECTION("articles are removed out of order") { segment.removed = {5, 0}; }
  SECTION("an article is removed twice") { segment.removed = {5, 5}; }
  SECTION("more arrive than are there") { segment.arrivals.add(8, 1); }
  SECTION("a segment leads out of the index") { segment.name = "../../other"; }
  SECTION("a segment has no name") { segment.name.clear(); }
  SECTION("a segment is named twice") { segment.name = "000002"; }
  write_manifest(dir.path(), manifest);
  CHECK_THROWS_WITH(read_manifest(dir.path()), Contains("is damaged"));
}

TEST_CASE("JSON that is nested without measure is damaged, and no deep recursion",
          "[index][manifest]") {
  const TempDir dir;
  constexpr std::size_t kDeep = 200'000;
  const std::string opened(kDeep, '[');
  const std::string closed(kDeep, ']');
  const auto text =
      GENERATE_COPY(opened + closed, opened, R"({"format": )" + opened + closed + "}");
  (void)dir.write("manifest.json", text);
  CHECK_THROWS_WITH(read_manifest(dir.path()), Contains("is damaged"));
}

TEST_CASE("numbers of a manifest that are none are damage", "[index][manifest]") {
  const TempDir dir;
  const auto name = GENERATE("schema", "generation");
  const auto value = GENERATE(R"(-1)", R"(1e300)", R"("2")", R"(18446744073709551616)");
  write_manifest(dir.path(), example());
  auto object = nlohmann::json::parse(read_file(dir.path() / "manifest.json"));
  object[name] = nlohmann::json::parse(value);
  (void)dir.write("manifest.json", object.dump());
  CHECK_THROWS_AS(read_manifest(dir.path()), IndexError);
}

}  // namespace dateline::test
