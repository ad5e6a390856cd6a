// dateline info, as a user runs it.
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "index/writer_lock.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;
using nlohmann::json;

namespace {

json info(const TempDir& dir) {
  const auto outcome = run_dateline(dir.path(), {"info", "--index", "idx", "--format", "json"});
  REQUIRE(outcome.code == 0);
  return json::parse(outcome.out);
}

void index(const TempDir& dir, const std::string& path) {
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", path}).code == 0);
}

}  // namespace

TEST_CASE("info counts what is in force, and says what it spans", "[cli][info]") {
  const TempDir dir;
  (void)dir.write(
      "in/a.txt",
      "---\npublished: 2001-02\nauthor: Ann Example\n---\nOn March 5, 1999, NATO met.\n");
  (void)dir.write("in/b.txt", "On May 7, 2003, ministers met in Paris.\n");
  index(dir, "in");
  auto now = info(dir);
  CHECK(now["schema"] == 1);
  CHECK(now["articles"] == 2);
  CHECK(now["events"] == 2);
  CHECK(now["removed"] == 0);
  CHECK(now["segments"] == 1);
  CHECK(now["authors"] == 1);
  CHECK(now["organizations"] == 1);
  CHECK(now["undated"] == 1);
  CHECK(now["dates"] == json{{"first", "1999-03-05"}, {"last", "2003-05-07"}});
  CHECK(now["published"] == json{{"first", "2001-02-01"}, {"last", "2001-02-28"}});
  CHECK(now["writer"].is_null());
  CHECK(now["generation"] == 1);
  CHECK(now["bytes"]["texts"] == std::filesystem::file_size(dir.path() / "in/a.txt") +
                                     std::filesystem::file_size(dir.path() / "in/b.txt"));

  (void)dir.write("in/a.txt", "Nothing of that happened.\n");
  index(dir, "in/a.txt");
  now = info(dir);
  CHECK(now["articles"] == 2);
  CHECK(now["authors"] == 0);
  CHECK(now["organizations"] == 0);
  CHECK(now["dates"] == json{{"first", "2003-05-07"}, {"last", "2003-05-07"}});
  CHECK(now["published"].is_null());
}

TEST_CASE("info says who writes", "[cli][info][lock]") {
  const TempDir dir;
  (void)dir.write("a.txt", "A text.\n");
  index(dir, "a.txt");
  const dateline::WriterLock lock(dir.path() / "idx");
  CHECK_THAT(info(dir)["writer"].get<std::string>(),
             Contains("process " + std::to_string(::getpid()) + " on "));
  CHECK_THAT(run_dateline(dir.path(), {"info", "--index", "idx"}).out,
             Contains("writer        process "));
}

TEST_CASE("info of no index is exit code 3", "[cli][info]") {
  const TempDir dir;
  CHECK(run_dateline(dir.path(), {"info", "--index", "idx"}).code == 3);
  CHECK_FALSE(std::filesystem::exists(dir.path() / "idx"));
}

}  // namespace dateline::test
