// dateline explain, as a user runs it.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/cli/indexed_folder.h"
#include "tests/support/catch.h"

namespace dateline::test {

using Catch::Contains;
using nlohmann::json;

namespace {

class SmallIndex : public IndexedFolder {
 public:
  SmallIndex()
      : IndexedFolder(Files{
            {"in/treaty talks.txt",
             "Treaty Talks\n\nOn 19 February 2001 Russia and Japan met. The treaty was near.\n"},
            {"in/b.txt", "On 3 May 2001 Russia met China over a treaty of peace.\n"}}) {}
};

}  // namespace

TEST_CASE("a match is explained with its score, exit code 0", "[cli][explain]") {
  const SmallIndex index;
  const auto outcome = index.run("explain", {"treaty", "the", "--country", "RU", "b.txt"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  for (const auto* line :
       {"b.txt\n", "rank 1 of 2 articles, score ", "passed  treaty      text 1×",
        "passed  country:RU  RU Russia 1×", "treaty at the beginning",
        "left out “the”: a stop word", "count     idf   burst  factor     score"}) {
    CHECK_THAT(outcome.out, Contains(line));
  }
}

TEST_CASE("what does not match is explained too, exit code 1", "[cli][explain]") {
  const SmallIndex index;
  const auto outcome = index.run("explain", {"treaty", "country:JP", "b.txt"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err.empty());
  CHECK_THAT(outcome.out, Contains("does not match; 1 article does"));
  CHECK_THAT(outcome.out, Contains("passed    treaty"));
  CHECK_THAT(outcome.out, Contains("failed    country:JP"));
  CHECK_THAT(outcome.out, !Contains("Score"));
}

TEST_CASE("the score as JSON is that of the search", "[cli][explain]") {
  const SmallIndex index;
  const auto hits = index.answer("search", {"treaty"}).at("hits");
  REQUIRE(hits.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto id = hits[i].at("id").get<std::string>();
    const auto told = index.answer("explain", {"treaty", id});
    CHECK(told.at("schema") == 1);
    CHECK(told.at("matches") == true);
    CHECK(told.at("rank") == i + 1);
    CHECK(told.at("total") == 2);
    CHECK(told.at("score").at("score") == hits[i].at("score"));
    CHECK(told.at("score").at("parts").at(0).at("label") == "treaty");
    CHECK_FALSE(told.at("query").at("found").empty());
    CHECK(told.at("hit").at("snippet") == hits[i].at("snippet"));
  }
}

TEST_CASE("the id of an event makes it a matter of events", "[cli][explain]") {
  const SmallIndex index;
  const auto id = index.ids("search", {"--events", "japan"}).at(0);
  const auto outcome = index.run("explain", {"japan", "date:2001-02", id, "--format", "json"});
  CHECK(outcome.code == 0);
  const auto told = json::parse(outcome.out);
  CHECK(told.at("kind") == "event");
  CHECK(told.at("score").at("date_boost") == Approx(1.1));
  CHECK(index.run("explain", {"japan", "kind:article", id}).code == 2);
  CHECK(index.run("explain", {"japan", "kind:event", "b.txt"}).code == 2);
}

TEST_CASE("an unknown id is reported in one line, exit code 1", "[cli][explain]") {
  const SmallIndex index;
  for (const auto* command : {"explain", "similar"}) {
    CAPTURE(command);
    const bool is_explain = std::string_view{command} == "explain";
    const auto run = [&](const std::string& id) {
      return index.run(command, is_explain ? std::vector<std::string>{"treaty", id}
                                           : std::vector<std::string>{id});
    };
    const auto unknown = run("c.txt");
    CHECK(unknown.code == 1);
    CHECK(unknown.out.empty());
    CHECK_THAT(unknown.err, Catch::StartsWith("dateline: no article or event 'c.txt'"));
    const auto event = run("b.txt#00000000");
    CHECK(event.code == 1);
    CHECK_THAT(event.err, Catch::StartsWith("dateline: article 'b.txt' has no event '#00000000'"));
    for (const auto* err : {&unknown.err, &event.err})
      CHECK(std::count(err->begin(), err->end(), '\n') == 1);
  }
}

TEST_CASE("the last word is the id, whatever stands before it", "[cli][explain]") {
  const SmallIndex index;
  CHECK(index.run("explain", {"treaty", "treaty talks.txt"}).code == 0);
  CHECK(index.run("explain", {"-peace", "treaty", "treaty talks.txt"}).code == 0);
  CHECK(index.run("explain", {"-peace", "treaty", "b.txt"}).code == 1);
  CHECK(index.run("explain", {"-", "b.txt"}, "peace treaty\n").code == 0);
  CHECK(index.run("explain", {"treaty", "--", "b.txt"}).code == 0);
  CHECK(index.run("explain", {"--country", "RU", "b.txt"}).code == 0);
}

TEST_CASE("bad input to explain is exit code 2", "[cli][explain]") {
  const SmallIndex index;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                    {"b.txt"},
                                                    {"nofield:x", "b.txt"},
                                                    {"treaty", "--nosuch"},
                                                    {"treaty", "b.txt", "--format", "csv"}}) {
    CAPTURE(arguments);
    check_refused(index.run("explain", arguments));
  }
}

}  // namespace dateline::test
