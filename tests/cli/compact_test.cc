// dateline compact, as a user runs it.
#include <filesystem>
#include <string>

#include "index/snapshot.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

// Four segments: the last takes the place of the first.
void four_batches(const TempDir& dir) {
  for (const std::string name : {"a", "b", "c", "a"}) {
    static int version = 0;
    (void)dir.write(name + ".txt", "On May 7, 2003, word" + name + " met in Paris for the " +
                                       std::to_string(++version) + "th time.\n" +
                                       std::string(200, 'x') + "\n");
    REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", name + ".txt"}).code == 0);
  }
}

std::size_t segments_on_disk(const TempDir& dir) {
  const std::filesystem::directory_iterator all(dir.path() / "idx/segments");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

}  // namespace

TEST_CASE("compacting leaves one segment with the same answers", "[cli][compact]") {
  const TempDir dir;
  four_batches(dir);
  const auto search = [&] {
    return run_dateline(dir.path(), {"search", "--index", "idx", "--format", "json", "paris"}).out;
  };
  const auto before = search();
  const auto outcome = run_dateline(dir.path(), {"compact", "--index", "idx"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Contains(" before; ") && Contains(" now"));
  CHECK(segments_on_disk(dir) == 1);
  CHECK(search() == before);
  CHECK_THAT(run_dateline(dir.path(), {"compact", "--index", "idx"}).out,
             Contains("nothing to do: 1 segment"));
}

TEST_CASE("old segments stay as long as they are being read", "[cli][compact]") {
  const TempDir dir;
  four_batches(dir);
  {
    const dateline::Snapshot reader(dir.path() / "idx");
    const auto count = reader.segment_count();
    CHECK_THAT(run_dateline(dir.path(), {"compact", "--index", "idx"}).out,
               Contains(" more until the searches that read it end"));
    CHECK(segments_on_disk(dir) == count + 1);
    const dateline::Finder finder(reader);  // opens its databases only now
    CHECK(finder.article("a.txt"));
  }
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "a.txt"}).code == 0);
  CHECK(segments_on_disk(dir) == 1);
}

TEST_CASE("compacting makes no index where there is none", "[cli][compact]") {
  const TempDir dir;
  CHECK(run_dateline(dir.path(), {"compact", "--index", "idx"}).code == 3);
  CHECK_FALSE(std::filesystem::exists(dir.path() / "idx"));
}

}  // namespace dateline::test
