// What is seen of directories that are watched.
#include "indexer/sources/directory_watch.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace dateline::test {

namespace fs = std::filesystem;

namespace {

using Paths = std::vector<fs::path>;

// Everything up to a file that is written last: what was before it has been reported by then.
DirectoryWatch::Changes changes_until_mark(const TempDir& dir, DirectoryWatch& watch) {
  const auto mark = dir.write("in/mark.txt", "x");
  DirectoryWatch::Changes all;
  while (std::find(all.written.begin(), all.written.end(), mark) == all.written.end()) {
    const auto some = watch.wait({}, {});
    all.written.insert(all.written.end(), some.written.begin(), some.written.end());
    all.gone.insert(all.gone.end(), some.gone.begin(), some.gone.end());
  }
  std::erase(all.written, mark);
  return all;
}

}  // namespace

TEST_CASE("files that are written below a watched directory are seen", "[indexer][watch]") {
  const TempDir dir;
  const auto old = dir.write("in/sub/old.txt", "one");
  (void)dir.write("in/gone.txt", "one");
  DirectoryWatch watch({dir.path() / "in"});
  SECTION("changed, in a folder below") {
    (void)dir.write("in/sub/old.txt", "two");
    CHECK(changes_until_mark(dir, watch).written == Paths{old});
  }
  SECTION("in folders that are new, however deep") {
    const auto fresh = dir.write("in/new/deeper/a.txt", "one");
    const auto seen = changes_until_mark(dir, watch).written;
    CHECK(std::count(seen.begin(), seen.end(), fresh) >= 1);
  }
  SECTION("in a folder that was moved here") {
    (void)dir.write("outside/a.txt", "one");
    fs::rename(dir.path() / "outside", dir.path() / "in/moved");
    CHECK(changes_until_mark(dir, watch).written == Paths{dir.path() / "in/moved/a.txt"});
  }
  SECTION("but not those of an index") {
    (void)dir.write("outside/segments/a.txt", "one");
    (void)dir.write("outside/manifest.json", "{}");
    fs::rename(dir.path() / "outside", dir.path() / "in/idx");
    (void)dir.write("in/idx/manifest.json", "{ }");
    CHECK(changes_until_mark(dir, watch).written.empty());
  }
  SECTION("not even of one that was made while it was watched") {
    (void)dir.write("in/sub/lock", "");
    fs::create_directory(dir.path() / "in/sub/segments");
    (void)dir.write("in/sub/manifest.json", "{}");
    CHECK(changes_until_mark(dir, watch).written.empty());
  }
  SECTION("and those that go") {
    fs::remove(dir.path() / "in/gone.txt");
    fs::rename(dir.path() / "in/sub", dir.path() / "away");
    const auto changes = changes_until_mark(dir, watch);
    CHECK(changes.written.empty());
    CHECK(changes.gone == Paths{dir.path() / "in/gone.txt", dir.path() / "in/sub"});
  }
  SECTION("but not after their folder has moved away") {
    fs::rename(dir.path() / "in/sub", dir.path() / "away");
    (void)dir.write("away/late.txt", "one");
    CHECK(changes_until_mark(dir, watch).written.empty());
  }
  SECTION("a rename is both") {
    fs::rename(old, dir.path() / "in/sub/new.txt");
    const auto changes = changes_until_mark(dir, watch);
    CHECK(changes.written == Paths{dir.path() / "in/sub/new.txt"});
    CHECK(changes.gone == Paths{old});
  }
  SECTION("hidden ones and those of no known kind are not") {
    (void)dir.write("in/.hidden.txt", "one");
    (void)dir.write("in/.folder/a.txt", "one");
    (void)dir.write("in/picture.png", "one");
    CHECK(changes_until_mark(dir, watch).written.empty());
  }
}

TEST_CASE("a watched directory that goes is reported", "[indexer][watch]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "one");
  DirectoryWatch watch({dir.path() / "in"});
  fs::rename(dir.path() / "in", dir.path() / "away");
  CHECK(watch.wait({}, {}).lost == Paths{dir.path() / "in"});
}

TEST_CASE("waiting ends with a stop", "[indexer][watch]") {
  const TempDir dir;
  DirectoryWatch watch({dir.path()});
  std::stop_source stop;
  stop.request_stop();
  CHECK(watch.wait(std::chrono::hours{1}, stop.get_token()).written.empty());
}

}  // namespace dateline::test
