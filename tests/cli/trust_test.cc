// An index that somebody else may have packed, and who may read one's own.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/indexed_folder.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

namespace fs = std::filesystem;

constexpr uid_t kStranger = 54321;

IndexedFolder small_index() {
  return IndexedFolder(
      IndexedFolder::Files{{"in/a.txt", "The treaty was signed on May 5, 1999.\n"}});
}

// Permission bits of everything in a folder, and of itself.
std::vector<mode_t> modes_below(const fs::path& folder) {
  std::vector<mode_t> modes;
  const auto add = [&](const fs::path& path) {
    struct stat info{};
    REQUIRE(::lstat(path.c_str(), &info) == 0);
    modes.push_back(info.st_mode & 0777U);
  };
  add(folder);
  for (const auto& entry : fs::recursive_directory_iterator(folder)) add(entry.path());
  return modes;
}

// While it lives, new files may be read by all.
class OpenUmask {
 public:
  OpenUmask() : before_(::umask(0022)) {}
  ~OpenUmask() { ::umask(before_); }
  OpenUmask(OpenUmask&&) = delete;

 private:
  mode_t before_;
};

}  // namespace

TEST_CASE("links in the index of a checkout lead nowhere", "[cli][trust]") {
  const TempDir dir;
  (void)dir.write("victim.txt", "key\n");
  (void)dir.write("victim2.txt", "rc\n");
  (void)dir.write("checkout/articles/a.txt", "A treaty was signed.\n");
  const auto index = dir.path() / "checkout/.dateline";
  fs::create_directories(index / "segments");
  SECTION("the lock") { fs::create_symlink("../../victim.txt", index / "lock"); }
  SECTION("the next manifest") {
    fs::create_symlink("../../victim2.txt", index / "manifest.json.new");
  }
  SECTION("the segments") {
    fs::create_directory(dir.path() / "elsewhere");
    fs::remove(index / "segments");
    fs::create_directory_symlink("../../elsewhere", index / "segments");
  }
  const auto outcome = run_dateline(dir.path() / "checkout", {"index", "articles"});
  CHECK((outcome.code == 0 || outcome.code == 3 || outcome.code == 6));
  CHECK(read_file(dir.path() / "victim.txt") == "key\n");
  CHECK(read_file(dir.path() / "victim2.txt") == "rc\n");
  if (fs::exists(dir.path() / "elsewhere")) CHECK(fs::is_empty(dir.path() / "elsewhere"));
  if (outcome.code != 0) CHECK_THAT(outcome.err, Contains("dateline: "));
}

TEST_CASE("a FIFO in an index holds no command up", "[cli][trust]") {
  const auto folder = small_index();
  const std::string file =
      GENERATE("manifest.json", "lock", "segments/000001/columns", "segments/000001/texts",
               "segments/000001/checksums", "segments/000001/articles/postlist.glass",
               "sources/postlist.glass");
  CAPTURE(file);
  const auto path = folder.dir().path() / "idx" / file;
  fs::remove(path);
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  for (const std::string command : {"info", "check"}) {
    const auto code = folder.run(command, {}).code;
    CHECK((code == 0 || code == 3));
  }
  const auto search = folder.run("search", {"treaty"}).code;
  CHECK((search == 0 || search == 3));
  const auto index = folder.run("index", {"in"}).code;
  CHECK((index == 0 || index == 3 || index == 6));
}

TEST_CASE("an index that is met on the way must be the user's own", "[cli][trust]") {
  const auto folder = small_index();
  const auto& root = folder.dir().path();
  fs::rename(root / "idx", root / ".dateline");
  fs::create_directory(root / "below");
  CHECK(run_dateline(root / "below", {"search", "treaty"}).code == 0);
  if (::chown((root / ".dateline").c_str(), kStranger, kStranger) != 0) {
    WARN("only root can give an index away");
    return;
  }
  for (const auto& command : std::vector<std::vector<std::string>>{
           {"search", "treaty"}, {"index", "../in"}, {"remove", "a.txt"}, {"check"}}) {
    const auto outcome = run_dateline(root / "below", command);
    CHECK(outcome.code == 3);
    CHECK_THAT(outcome.err,
               Contains("belongs to another user (54321)") && Contains("give --index"));
  }
  CHECK(run_dateline(root / "below", {"search", "treaty", "--index", "../.dateline"}).code == 0);
}

TEST_CASE("a link to a stranger's index is no index of one's own", "[cli][trust]") {
  const auto folder = small_index();
  const auto& root = folder.dir().path();
  fs::create_directory(root / "below");
  fs::create_directory_symlink("../idx", root / "below/.dateline");
  CHECK(run_dateline(root / "below", {"search", "treaty"}).code == 0);
  if (::chown((root / "idx").c_str(), kStranger, kStranger) != 0) return;
  CHECK(run_dateline(root / "below", {"search", "treaty"}).code == 3);
}

TEST_CASE("an index is private, unless it was made to be shared", "[cli][trust]") {
  const OpenUmask umask;
  const TempDir dir;
  (void)dir.write("in/a.txt", "The treaty was signed on May 5, 1999.\n");
  const bool is_shared = GENERATE(false, true);
  const std::vector<std::string> extra =
      is_shared ? std::vector<std::string>{"--shared"} : std::vector<std::string>{};
  REQUIRE(run_on_index(dir, {"index", "in"}, extra).code == 0);
  (void)dir.write("in/b.txt", "The accord was signed on May 6, 1999.\n");
  REQUIRE(run_on_index(dir, {"index", "in"}).code == 0);
  REQUIRE(run_on_index(dir, {"watch", "add", "first", "treaty"}).code == 0);
  REQUIRE(run_on_index(dir, {"compact"}).code == 0);
  for (const auto mode : modes_below(dir.path() / "idx")) {
    CAPTURE(mode);
    CHECK((mode & 0077U) == (is_shared ? mode & 0055U : 0U));
    if (is_shared) CHECK((mode & 0044U) == 0044U);
  }
}

}  // namespace dateline::test
