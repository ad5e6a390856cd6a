// dateline similar, as a user runs it.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/cli/indexed_folder.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

class SampleIndex : public IndexedFolder {
 public:
  SampleIndex() : IndexedFolder(Files{}, DATELINE_SOURCE_DIR "/corpus/articles") {}

  [[nodiscard]] Outcome similar(const std::vector<std::string>& arguments) const {
    return run("similar", arguments);
  }
  [[nodiscard]] std::vector<std::string> ids(const std::vector<std::string>& arguments) const {
    return IndexedFolder::ids("similar", arguments);
  }
};

}  // namespace

TEST_CASE("articles of one subject are like each other", "[cli][similar]") {
  const SampleIndex index;
  const std::vector<std::pair<std::string, std::string>> rows{
      {"1999-q4-eu-turkey.md", "2002-q4-eu-turkey.txt"},
      {"2002-q4-eu-turkey.txt", "1999-q4-eu-turkey.md"},
      {"1998-q2-india-pakistan.md", "1999-q1-india-pakistan.txt"},
      {"2001-q4-us-pakistan.txt", "2004-q1-india-pakistan.md"},
  };
  for (const auto& [id, expected] : rows) {
    CAPTURE(id);
    const auto found = index.ids({id});
    REQUIRE_FALSE(found.empty());
    CHECK(found.front() == expected);
    CHECK(std::find(found.begin(), found.end(), id) == found.end());
  }
}

TEST_CASE("filters, pages and formats are those of a search", "[cli][similar]") {
  const SampleIndex index;
  const std::string id = "2000-q2-korea-korea.txt";
  const auto all = index.ids({id});
  REQUIRE(all.size() >= 2);
  CHECK(index.ids({id, "--limit", "1"}) == std::vector<std::string>{all[0]});
  CHECK(index.ids({id, "--limit", "1", "--offset", "1"}) == std::vector<std::string>{all[1]});
  CHECK(index.ids({id, "published:2002..2003"}) == index.ids({id, "--published", "2002..2003"}));
  CHECK(index.ids({id, "published:2002..2003"}).size() < all.size());

  const auto answer = index.answer("similar", {id});
  CHECK(answer.at("facets").size() == 6);
  CHECK(answer.at("facets").at(0).at("total") == answer.at("total"));
  const auto bare = index.answer("similar", {id, "--no-facets"});
  CHECK(bare.at("facets").empty());
  const auto lines = index.similar({id, "--format", "jsonl"}).out;
  CHECK(std::count(lines.begin(), lines.end(), '\n') == static_cast<std::ptrdiff_t>(all.size()));
  CHECK_THAT(index.similar({id, "--format", "csv"}).out, Catch::StartsWith("id,title,"));
  CHECK_THAT(index.similar({id}).err, Catch::StartsWith("dateline: note: by its words "));
}

TEST_CASE("nothing alike is exit code 1, and bad input 2", "[cli][similar]") {
  const SampleIndex index;
  const std::string id = "2000-q2-korea-korea.txt";
  CHECK(index.similar({id, "published:1901"}).code == 1);
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                    {id, "nofield:x"},
                                                    {id, "--limit", "-1"},
                                                    {"--nosuch"},
                                                    {id, "kind:event"},
                                                    {id, "--format", "ics"}}) {
    CAPTURE(arguments);
    check_refused(index.similar(arguments));
  }
}

}  // namespace dateline::test
