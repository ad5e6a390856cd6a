// A user's own names in the index: kept, and renewed from stored texts. When facets are stale, that
// is said.
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;
using nlohmann::json;

namespace {

constexpr const char* kArticle =
    "Talks in Ruritania\n\nby Ann Example\n\nOn May 4, 2001, the envoy left Ruritania for "
    "Moscow.\n\n"
    "NATO said nothing in the spring of 2001.\n";
constexpr const char* kNames = "add\tRuritania\tRO\noff\tseason\n";

dateline::test::Outcome index(const TempDir& dir, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"index", "--index", "idx"});
  return run_dateline(dir.path(), arguments);
}

json shown(const TempDir& dir, const std::string& index = "idx") {
  return json::parse(
      run_dateline(dir.path(), {"show", "--index", index, "--format", "json", "a.txt"}).out);
}

std::string values(const json& article) {
  std::string values;
  for (const auto& mention : article.at("mentions")) {
    const auto& value = mention.at("value");
    values +=
        (value.is_string() ? value.get<std::string>() : value.at("first").get<std::string>()) + " ";
  }
  return values;
}

}  // namespace

TEST_CASE("facets are stale when names change, and are renewed from the stored texts",
          "[cli][names]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", kArticle);
  (void)dir.write("names.tsv", kNames);
  CHECK(index(dir, {"in"}).err.empty());
  CHECK(values(shown(dir)) == "2001-05-04 RU NATO 2001-03-01 ");

  const auto stale = index(dir, {"--names", "names.tsv", "in"});
  CHECK(stale.code == 0);
  CHECK_THAT(stale.out, Contains("1 article unchanged"));
  CHECK_THAT(stale.err, Contains("the facets of 1 article are stale") && Contains("--reannotate"));
  CHECK(values(shown(dir)) == "2001-05-04 RU NATO 2001-03-01 ");

  std::filesystem::remove(dir.path() / "in/a.txt");  // the index alone is enough
  const auto renewed = index(dir, {"--reannotate"});
  CHECK(renewed.code == 0);
  CHECK(renewed.err.empty());
  CHECK_THAT(renewed.out, Contains("1 renewed"));
  CHECK(values(shown(dir)) == "RO 2001-05-04 RO RU NATO ");
  CHECK_THAT(index(dir, {"--reannotate"}).out,
             Contains("nothing to do: no article came, no facet is stale"));
}

TEST_CASE("a renewed index is the same as one made anew", "[cli][names]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", kArticle);
  (void)dir.write("names.tsv", kNames);
  (void)index(dir, {"in"});
  CHECK(index(dir, {"--reannotate", "--names", "names.tsv"}).code == 0);
  CHECK(
      run_dateline(dir.path(), {"index", "--index", "other", "--names", "names.tsv", "in"}).code ==
      0);
  CHECK(shown(dir) == shown(dir, "other"));
}

TEST_CASE("the index remembers the names it was given", "[cli][names]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", kArticle);
  (void)dir.write("names.tsv", kNames);
  (void)index(dir, {"--names", "names.tsv", "in"});
  (void)dir.write("in/b.txt", "Another\n\nRuritania waits.\n");
  const auto more = index(dir, {"in"});
  CHECK(more.err.empty());
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "country:RO waits"}).code == 0);
  CHECK_THAT(index(dir, {"--names", "/dev/null", "in"}).err, Contains("2 articles are stale"));
}

TEST_CASE("names that cannot be used, and nothing to renew, are reported", "[cli][names]") {
  const TempDir dir;
  (void)dir.write("names.tsv", "add\tRuritania\tQQ\n");
  (void)dir.write("in/a.txt", kArticle);
  const auto bad = index(dir, {"--names", "names.tsv", "in"});
  CHECK(bad.code == 2);
  CHECK_THAT(bad.err, Contains("names.tsv:1:"));
  CHECK_FALSE(std::filesystem::exists(dir.path() / "idx"));
  CHECK(index(dir, {"--reannotate"}).code == 3);
  CHECK_FALSE(std::filesystem::exists(dir.path() / "idx"));
  CHECK(index(dir, {}).code == 2);
}

TEST_CASE("organizations are a facet of articles and of events", "[cli][names]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", kArticle);
  (void)index(dir, {"in"});
  for (const std::string kind : {"article", "event"}) {
    const auto answer =
        json::parse(run_dateline(dir.path(), {"search", "--index", "idx", "--format", "json",
                                              "--facet", "organization", "nothing kind:" + kind})
                        .out);
    CHECK(answer.at("facets").at(0).at("values") ==
          json::array({{{"value", "NATO"},
                        {"label", "North Atlantic Treaty Organization"},
                        {"count", 1},
                        {"selected", false}}}));
  }
}

}  // namespace dateline::test
