// Which commands take --cluster, and what the others say of it.
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/program.h"

namespace dateline::test {
namespace {

using Words = std::vector<std::string>;

constexpr const char* kNowhere = "http://127.0.0.1:9/archive";

}  // namespace

TEST_CASE("commands that work on an index alone say so of --cluster", "[cli][cluster]") {
  const TempDir folder;
  for (const auto& command :
       {Words{"similar", "a.txt"}, Words{"explain", "word", "a.txt"}, Words{"check"},
        Words{"compact"}, Words{"watch", "add", "name", "word"}, Words{"watch", "run"}}) {
    CAPTURE(command.front(), command.size());
    for (const auto& option :
         {Words{"--cluster", kNowhere}, Words{"--cluster=" + std::string{kNowhere}}}) {
      auto words = command;
      words.insert(words.end(), option.begin(), option.end());
      const auto outcome = run_dateline(folder.path(), words);
      CHECK(outcome.code == 2);
      CHECK_THAT(outcome.err, Catch::Contains("works on an index on this machine alone; on a "
                                              "cluster do index, search"));
    }
  }
}

TEST_CASE("a cluster that is not there, or not meant, is told in one line", "[cli][cluster]") {
  const TempDir folder;
  for (const auto& command :
       {Words{"search", "word"}, Words{"facets", "word"}, Words{"timeline", "word"},
        Words{"pairs", "word"}, Words{"persons", "word"}, Words{"show", "a.txt"}, Words{"info"}}) {
    CAPTURE(command.front());
    const auto run = [&](const Words& options) {
      auto words = command;
      words.insert(words.end(), options.begin(), options.end());
      return run_dateline(folder.path(), words);
    };
    const auto down = run({"--cluster", kNowhere});
    CHECK(down.code == 3);
    CHECK(
        down.err ==
        "dateline: cluster http://127.0.0.1:9/archive: nobody listens there: start it, or look at "
        "the address\n");
    CHECK(down.out.empty());
    const auto both = run({"--cluster", kNowhere, "--index", "here"});
    CHECK(both.code == 2);
    CHECK_THAT(both.err, Catch::Contains("--index and --cluster name two archives"));
    const auto mistaken = run({"--cluster", "127.0.0.1:9/archive"});
    CHECK(mistaken.code == 2);
    CHECK_THAT(mistaken.err, Catch::Contains("write http://HOST:9200/NAME"));
  }
}

}  // namespace dateline::test
