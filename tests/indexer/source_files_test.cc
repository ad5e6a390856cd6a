// Which files there are below a folder, and which problems the others become.
#include "indexer/sources/source_files.h"

#include <filesystem>
#include <string>
#include <vector>

#include "index/error.h"
#include "index/folder_listing.h"
#include "index/index_info.h"
#include "index/manifest.h"
#include "indexer/removal.h"
#include "indexer/segment/segment_directory.h"
#include "indexer/segment/segment_writer.h"
#include "tests/indexer/archive.h"
#include "tests/support/catch.h"
#include "tests/support/failing_folder.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace fs = std::filesystem;

namespace {

std::vector<std::string> names_in(const SourceFiles& sources, const TempDir& dir) {
  std::vector<std::string> names;
  for (const auto& file : sources.files)
    names.push_back(file.path.lexically_relative(fs::canonical(dir.path())).string());
  return names;
}

using Names = std::vector<std::string>;

// As a manifest names segments.
std::vector<SegmentEntry> named(const Names& names) {
  std::vector<SegmentEntry> entries;
  for (const auto& name : names) entries.push_back({name, 0, 0, {}});
  return entries;
}

}  // namespace

TEST_CASE("a folder is listed whole, or with an error", "[index][folders]") {
  const TempDir dir;
  (void)dir.write("in/b.txt", "b");
  (void)dir.write("in/a/c.txt", "c");
  fs::create_symlink("b.txt", dir.path() / "in/link");
  std::error_code error;
  const auto entries = list_folder(dir.path() / "in", error);
  REQUIRE_FALSE(error);
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].type == fs::file_type::directory);
  CHECK(entries[1].path == dir.path() / "in/b.txt");
  CHECK(entries[1].type == fs::file_type::regular);
  CHECK(entries[2].type == fs::file_type::symlink);
  CHECK(list_tree(dir.path() / "in").size() == 4);
  for (int after = 0; after < 5; ++after) {
    const FailingFolders failing(after);
    CHECK(list_folder(dir.path() / "in", error).empty());
    CHECK(error == std::errc::io_error);
    CHECK_THROWS_AS(list_folder(dir.path() / "in"), IndexError);
    CHECK_THROWS_AS(list_tree(dir.path() / "in"), IndexError);
  }
  CHECK_THROWS_AS(list_folder(dir.path() / "nowhere"), IndexError);
  CHECK(list_folder_if_there(dir.path() / "nowhere").empty());
}

TEST_CASE("a folder that cannot be read to its end is told, and loses nothing",
          "[indexer][folders]") {
  Archive archive;
  for (const std::string name : {"in/a.txt", "in/b/c.txt", "in/b/d.txt", "in/e.txt"})
    archive.write(name, "The text of " + name + ".\n");
  REQUIRE(archive.run().added == 4);
  // Three names, the two dots and the end of `in`, then as much of `b`, which has two names.
  for (int after = 0; after < 11; ++after) {
    CAPTURE(after);
    SourceFiles sources;
    {
      const FailingFolders failing(after);
      sources = find_source_files({archive.path("in")}, {});
    }
    REQUIRE(sources.problems.size() == 1);
    CHECK_THAT(sources.problems[0].message, Contains("cannot be read to its end"));
    CHECK(sources.problems[0].skipped);
    CHECK(sources.directories.empty());
  }
}

TEST_CASE("links that lead out of a folder are told, and followed when asked", "[indexer][links]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "Inside.");
  (void)dir.write("out/secret.txt", "Outside.");
  (void)dir.write("out/more/deep.txt", "Deep outside.");
  fs::create_symlink(dir.path() / "in/a.txt", dir.path() / "in/own.txt");
  fs::create_symlink("../out/secret.txt", dir.path() / "in/notes.txt");
  fs::create_symlink("../out", dir.path() / "in/folder");
  fs::create_symlink("..", dir.path() / "in/up");
  fs::create_symlink("../../in", dir.path() / "out/more/round");
  fs::create_symlink("nowhere.txt", dir.path() / "in/dangling.txt");
  fs::create_symlink("/dev/null", dir.path() / "in/null.txt");
  const auto kept = find_source_files({dir.path() / "in"}, {});
  CHECK(names_in(kept, dir) == Names{"in/a.txt", "in/own.txt"});
  REQUIRE(kept.problems.size() == 3);
  CHECK(kept.problems[0].path == dir.path() / "in/folder");
  CHECK_THAT(kept.problems[1].message, Contains("out/secret.txt") && Contains("--follow"));
  const auto followed = find_source_files({dir.path() / "in"}, {}, true);
  CHECK(names_in(followed, dir) == Names{"in/a.txt", "in/folder/more/deep.txt",
                                         "in/folder/secret.txt", "in/notes.txt", "in/own.txt"});
  CHECK(followed.problems.empty());
  // What is named is meant, link or not.
  CHECK(names_in(find_source_files({dir.path() / "in/notes.txt"}, {}), dir) ==
        Names{"out/secret.txt"});
}

TEST_CASE("a segment's name is above every one in the manifest, whatever is there",
          "[indexer][segment]") {
  const TempDir dir;
  make_segment_directory(dir.path());
  CHECK(new_segment_name(dir.path(), {}) == "000001");
  CHECK(new_segment_name(dir.path(), named({"000007", "000003"})) == "000008");
  fs::create_directory(segment_path(dir.path(), "000012"));
  CHECK(new_segment_name(dir.path(), named({"000007"})) == "000013");
  const FailingFolders failing(1);
  CHECK_THROWS_AS(new_segment_name(dir.path(), {}), IndexError);
}

TEST_CASE("a segment is not written into a folder that is there", "[indexer][segment]") {
  const TempDir dir;
  (void)dir.write("segments/000001/texts", "Another segment's.");
  CHECK_THROWS_AS(SegmentWriter(segment_path(dir.path(), "000001")), IndexError);
  CHECK(fs::file_size(dir.path() / "segments/000001/texts") == 18);
}

TEST_CASE("whichever listing fails, a batch or a compaction loses nothing", "[indexer][folders]") {
  Archive archive;
  archive.write("in/a.txt", "The first text of herrings.\n");
  REQUIRE(archive.run().added == 1);
  archive.write("in/b.txt", "The second text of herrings.\n");
  REQUIRE(archive.run().added == 1);
  int failures = 0;
  for (int after = 0; after < 200; ++after) {
    try {
      const FailingFolders failing(after);
      (void)compact_index(archive.index(), {}, {});
    } catch (const IndexError& error) {
      CHECK(error.fault() == IndexFault::io);
      ++failures;
    }
    CAPTURE(after);
    CHECK(archive.text("a.txt") == "The first text of herrings.\n");
    CHECK(archive.text("b.txt") == "The second text of herrings.\n");
  }
  CHECK(failures > 10);
  CHECK(archive.run().unchanged == 2);
}

}  // namespace dateline::test
