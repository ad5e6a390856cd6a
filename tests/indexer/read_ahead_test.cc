// Files that are read before their turn.
#include "indexer/read_ahead.h"

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/indexer.h"
#include "tests/support/catch.h"
#include "tests/support/dump_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

std::string text_of(int i) {
  return "Title " + std::to_string(i) + "\n\nOn May " + std::to_string(1 + i % 28) +
         ", 2001, Norway met Sweden.\n";
}

TEST_CASE("files come in the order in which they were begun, as they are", "[indexer][ahead]") {
  const TempDir dir;
  const DateFinder dates;
  const ReadOptions options;
  ReadAhead ahead{options, dates, "2001", 3, {}};
  std::vector<std::filesystem::path> paths;
  for (int i = 0; i < 20; ++i) paths.push_back(dir.write(std::to_string(i) + ".txt", text_of(i)));
  paths.push_back(dir.write("bad.txt", std::string(5000, '\0')));
  for (const auto& path : paths) {
    const auto state = file_state(path);
    REQUIRE(state);
    CHECK(ReadAhead::suits(path, *state));
    REQUIRE(ahead.has_room(state->size_bytes));
    ahead.begin(path, *state);
  }
  CHECK_FALSE(ahead.take(dir.path() / "none.txt"));
  for (std::size_t i = 0; i < 20; i += 2) {  // those between are dropped
    const auto file = ahead.take(paths[i]);
    REQUIRE(file);
    CHECK(file->end == ReadingEnd::complete);
    CHECK(file->record.path == paths[i].string());
    CHECK(file->record.published == "2001");
    REQUIRE(file->items.size() == 1);
    CHECK(std::get<Article>(file->items[0]).text == text_of(static_cast<int>(i)));
    CHECK_FALSE(ahead.take(paths[i]));
  }
  const auto bad = ahead.take(paths.back());
  REQUIRE(bad);
  CHECK(bad->end == ReadingEnd::refused);
  REQUIRE(bad->items.size() == 1);
  CHECK(std::get<SourceProblem>(bad->items[0]).skipped);
}

TEST_CASE("what is read ahead is bounded", "[indexer][ahead]") {
  const TempDir dir;
  const DateFinder dates;
  const ReadOptions options;
  ReadAhead ahead{options, dates, "", 1, {}};
  const auto path = dir.write("a.txt", "Text is here.\n");
  const auto state = file_state(path);
  REQUIRE(state);
  CHECK_FALSE(ReadAhead::suits("a.jsonl", *state));
  CHECK_FALSE(ReadAhead::suits("a.zip", *state));
  CHECK_FALSE(ReadAhead::suits("a.txt", {ReadAhead::kMaxFileBytes + 1, 0}));
  CHECK(ahead.has_room(ReadAhead::kMaxBytes + 1));  // one there may always be
  for (std::size_t i = 0; i < ReadAhead::kFilesPerThread; ++i) {
    CHECK(ahead.has_room(1));
    CHECK(ahead.has_room(ReadAhead::kMaxBytes) == (i == 0));
    ahead.begin(path, *state);
  }
  CHECK_FALSE(ahead.has_room(1));
}

TEST_CASE("the number of threads that read shows in nothing", "[indexer][ahead]") {
  const TempDir dir;
  for (int i = 0; i < 60; ++i)
    (void)dir.write("in/" + std::to_string(i) + (i % 3 == 0 ? ".md" : ".txt"), text_of(i % 50));
  (void)dir.write("in/bad.txt", std::string(5000, '\0'));
  std::vector<std::string> problems;
  std::vector<std::string> dumps;
  for (const unsigned threads : {1U, 2U, 5U}) {
    IndexOptions options;
    options.index = dir.path() / ("index" + std::to_string(threads));
    options.paths = {dir.path() / "in"};
    options.threads = threads;
    const auto report = index_files(options, {}, {});
    std::string told;
    for (const auto& problem : report.problems) told += problem.path + problem.message + "\n";
    problems.push_back(told);
    dumps.push_back(dump_index(options.index));
  }
  CHECK(problems[0] == problems[1]);
  CHECK(problems[0] == problems[2]);
  CHECK(dumps[0] == dumps[1]);
  CHECK(dumps[0] == dumps[2]);
}

}  // namespace
}  // namespace dateline::test
