#include "indexer/sources/plain_id.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("what an id may not hold is escaped", "[indexer][id]") {
  struct Row {
    std::string path, id;
  };
  const std::vector<Row> rows{
      {"2001/q1-china.txt", "2001/q1-china.txt"},
      {"für Élise.txt", "für Élise.txt"},
      {"a#b%c.txt", "a%23b%25c.txt"},
      {"two\nlines\x1b.txt", "two%0Alines%1B.txt"},
      {"caf\xE9.txt", "caf%E9.txt"},
  };
  for (const auto& [path, id] : rows) {
    CAPTURE(id);
    CHECK(plain_id(path) == id);
    CHECK(is_plain_id(id));
  }
}

TEST_CASE("ids that could not be told from events, or not be printed, are refused",
          "[indexer][id]") {
  CHECK(is_plain_id("current-events/2002-07-01"));
  for (const std::string id : {"", "a#b", "a\nb", "\x80", "a\x1b[31m"}) {
    CAPTURE(id);
    CHECK_FALSE(is_plain_id(id));
  }
  CHECK(is_plain_id(std::string(1000, 'x')));
  CHECK_FALSE(is_plain_id(std::string(1001, 'x')));
}

}  // namespace dateline::test
