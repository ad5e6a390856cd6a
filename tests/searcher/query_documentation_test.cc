// The user's guide says what the program does: its examples parse as they say, its errors are those
// that come.
#include <fmt/format.h>

#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/searcher/query_describe.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

// The rows "| `query` | … |" below a heading, up to the next one: the query and the last column.
std::vector<std::pair<std::string, std::string>> documented_rows(std::string_view heading) {
  std::vector<std::pair<std::string, std::string>> rows;
  std::ifstream file{fmt::format("{}/docs/query-language.md", DATELINE_SOURCE_DIR)};
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) inside = line == heading;
    if (!inside || !line.starts_with("| `")) continue;
    const auto query_end = line.find("` |");
    const auto last_begin = line.rfind("| ", line.size() - 2);
    REQUIRE(query_end != std::string::npos);
    REQUIRE(last_begin > query_end);
    const auto last = line.substr(last_begin + 2, line.rfind(" |") - last_begin - 2);
    rows.emplace_back(line.substr(3, query_end - 3), last);
  }
  return rows;
}

TEST_CASE("the guide's examples are understood as the guide says", "[searcher][query][docs]") {
  const auto rows = documented_rows("## Examples");
  REQUIRE(rows.size() >= 30);
  for (const auto& [query, tree] : rows) {
    CAPTURE(query);
    CHECK("`" + describe(query) + "`" == tree);
  }
}

TEST_CASE("the guide's errors are the errors that come", "[searcher][query][docs]") {
  const auto rows = documented_rows("## Errors and warnings");
  REQUIRE(rows.size() >= 15);
  for (const auto& [query, message] : rows) {
    CAPTURE(query);
    const auto described = describe(query);
    const auto colon = described.find(": ");
    REQUIRE(colon != std::string::npos);
    const std::string told = described.ends_with(']')
                                 ? described.substr(colon + 2, described.size() - colon - 3)
                                 : described.substr(colon + 2);
    CHECK(told == message);
  }
}

}  // namespace
}  // namespace dateline::test
