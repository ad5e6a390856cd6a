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

}  // namespace dateline::test
