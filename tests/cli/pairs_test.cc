// dateline pairs, as a user runs it.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/indexed_folder.h"
#include "tests/support/catch.h"

namespace dateline::test {

using nlohmann::json;

namespace {

class SmallIndex : public IndexedFolder {
 public:
  SmallIndex()
      : IndexedFolder(Files{{"in/a.txt",
                             "On 19 February 2001 Russia and Japan met. "
                             "From 28 December 1999 to 2 January 2000 Japan and Russia met. "
                             "In the 1970s Russia often met Japan.\n\n"
                             "On 3 May 2001 Russia met China. "
                             "On 5 May 2001 Russia met Mongolia and China.\n\n"
                             "On 7 May 2001 Cuba was alone.\n"}}) {}

  [[nodiscard]] Outcome pairs(const std::vector<std::string>& arguments) const {
    return run("pairs", arguments);
  }
  [[nodiscard]] json table(const std::vector<std::string>& arguments) const {
    return answer("pairs", arguments);
  }
};

}  // namespace

TEST_CASE("pairs are counted in each period that their events touch", "[cli][pairs]") {
  const SmallIndex index;
  const auto result = index.table({"country:RU"});
  CHECK(result.at("schema") == 1);
  CHECK(result.at("total") == 5);
  CHECK(result.at("paired") == 5);
  CHECK(result.at("different") == 4);
  CHECK(result.at("by") == "year");
  std::vector<std::string> periods;
  for (const auto& period : result.at("periods"))
    periods.push_back(period.at("bucket").get<std::string>());
  CHECK(periods == std::vector<std::string>{"1999", "2000", "2001"});
  CHECK(result.at("pairs").at(0) == json{{"pair", "JP-RU"},
                                         {"countries", {"RU", "JP"}},
                                         {"label", "Russia – Japan"},
                                         {"total", 3},
                                         {"coarser", 1},
                                         {"counts", {1, 1, 1}}});
  CHECK(result.at("pairs").at(1).at("pair") == "CN-RU");
  CHECK(result.at("pairs").at(1).at("counts") == json{0, 0, 2});
}

TEST_CASE("pairs as text are aligned, with names", "[cli][pairs]") {
  const SmallIndex index;
  const auto outcome = index.pairs({"country:RU", "--top", "2"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "5 events, 5 with two countries or more; by year\n"
        "\n"
        "                1999  2000  2001  coarser  all\n"
        "Russia – Japan     1     1     1        1    3\n"
        "Russia – China     ·     ·     2        ·    2\n"
        "(2 more pairs: --top 0 lists all)\n");
}

TEST_CASE("pairs as comma-separated values have a record each", "[cli][pairs]") {
  const SmallIndex index;
  CHECK(index.pairs({"country:RU", "--top", "2", "--format", "csv"}).out ==
        "pair,first,second,1999,2000,2001,coarser,total\r\n"
        "JP-RU,Russia,Japan,1,1,1,1,3\r\n"
        "CN-RU,Russia,China,0,0,2,0,2\r\n");
}

TEST_CASE("pairs agree with the facet of the same name", "[cli][pairs]") {
  const SmallIndex index;
  const auto table = index.table({"country:RU", "--top", "0"});
  REQUIRE(table.at("pairs").size() == table.at("different"));
  for (const auto& row : table.at("pairs")) {
    const auto pair = row.at("pair").get<std::string>();
    CAPTURE(pair);
    const auto alone = index.table({"country:RU", "pair:" + pair});
    CHECK(alone.at("total") == row.at("total"));
  }
}

TEST_CASE("no pair is exit code 1, and bad input 2", "[cli][pairs]") {
  const SmallIndex index;
  const auto alone = index.pairs({"country:CU"});
  CHECK(alone.code == 1);
  CHECK(alone.out == "1 event, 0 with two countries or more; by year\n");
  CHECK(index.pairs({"zeppelin"}).code == 1);
  CHECK(index.pairs({}).code == 0);  // of everything
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"country:RU", "--top", "-1"},
        {"country:RU", "--by", "moon"},
        {"country:RU", "--format", "ics"},
        {"kind:article", "country:RU"},
        {"pair:RU-RU"}}) {
    CAPTURE(arguments);
    check_refused(index.pairs(arguments));
  }
}

}  // namespace dateline::test
