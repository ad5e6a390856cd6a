// dateline show, as a user runs it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

using Catch::Contains;
using dateline::test::run_dateline;
using dateline::test::TempDir;
using nlohmann::json;

namespace {

const std::string kArticle =
    "\xEF\xBB\xBFTalks in Moscow\r\n\r\nby Ann Example,\r\nFellow, Institute\r\n\r\n"
    "China and Russia met on May 3, 1999.\r\n\r\nChronology\r\n\r\n"
    "May 3, 1999: Talks open in Moscow.\r\n\r\nMay 4-5, 1999: Talks go on in Beijing.\r\n\r\n"
    "May 6, 1999: Talks end.\r\n";

}  // namespace

TEST_CASE("an article is shown whole, and its text byte for byte", "[cli][show]") {
  const TempDir dir;
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  const auto text = run_dateline(dir.path(), {"show", "--index", "idx", "talks.txt"});
  CHECK(text.code == 0);
  CHECK_THAT(text.out, Contains("Talks in Moscow") && Contains("Ann Example") &&
                           Contains("May 6, 1999: Talks end."));
  CHECK(run_dateline(dir.path(), {"show", "--index", "idx", "--raw", "talks.txt"}).out == kArticle);
}

TEST_CASE("every mention's span gives back its words", "[cli][show]") {
  const TempDir dir;
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  const auto shown = json::parse(
      run_dateline(dir.path(), {"show", "--index", "idx", "--format", "json", "talks.txt"}).out);
  CHECK(shown.at("offsets_in") == "file");
  REQUIRE(shown.at("mentions").size() >= 8);
  for (const auto& mention : shown.at("mentions")) {
    const auto begin = mention.at("span").at(0).get<std::size_t>();
    const auto end = mention.at("span").at(1).get<std::size_t>();
    CHECK(kArticle.substr(begin, end - begin) == mention.at("text").get<std::string>());
    CHECK_FALSE(mention.at("rule").get<std::string>().empty());
  }
  CHECK(shown.at("events").size() == 4);
}

TEST_CASE("an event is shown with its neighbours", "[cli][show]") {
  const TempDir dir;
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  const auto found = json::parse(run_dateline(dir.path(), {"search", "--index", "idx", "--events",
                                                           "go on", "--format", "json"})
                                     .out);
  const auto id = found.at("hits").at(0).at("id").get<std::string>();
  const auto outcome = run_dateline(dir.path(), {"show", "--index", "idx", id});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Contains("Chronology") && Contains("Talks open") &&
                              Contains("Talks go on") && Contains("Talks end") &&
                              !Contains("China and Russia met"));
  CHECK(run_dateline(dir.path(), {"show", "--index", "idx", "--raw", id}).out ==
        "May 4-5, 1999: Talks go on in Beijing.");
}

TEST_CASE("an id that nothing has is exit code 1", "[cli][show]") {
  const TempDir dir;
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  for (const std::string id : {"absent.txt", "talks.txt#00000000", "#", "talks.txt#"}) {
    CAPTURE(id);
    const auto outcome = run_dateline(dir.path(), {"show", "--index", "idx", id});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, Contains("no article or event '" + id + "'"));
  }
  CHECK(run_dateline(dir.path(), {"show", "--index", "idx"}).code == 2);
}
