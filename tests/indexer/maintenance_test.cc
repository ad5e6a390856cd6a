// Removing, merging, compacting and rebuilding: none of it changes what the articles in force say.
#include <fmt/format.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "index/error.h"
#include "index/index_check.h"
#include "index/schema.h"
#include "index/snapshot.h"
#include "indexer/indexer.h"
#include "indexer/rebuild.h"
#include "indexer/removal.h"
#include "tests/support/catch.h"
#include "tests/support/dump_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

namespace fs = std::filesystem;

void index(const TempDir& dir, const std::string& path, const std::string& to = "idx",
           std::uint64_t publish_bytes = std::uint64_t{64} << 20) {
  IndexOptions options;
  options.index = dir.path() / to;
  options.paths = {dir.path() / path};
  options.threads = 2;
  options.publish_bytes = publish_bytes;
  (void)index_files(options, {}, {});
}

dateline::RebuildReport rebuild(const TempDir& dir, bool accept_loss = false) {
  RebuildOptions options;
  options.index = dir.path() / "idx";
  options.threads = 2;
  options.accept_loss = accept_loss;
  return rebuild_index(options, {}, {});
}

std::string article(int number, int version) {
  return fmt::format(
      "Talks in Round {0}\n\nby Ann Example{1}\n\nRussia and Japan met at the UN on May {2}, 1999, "
      "for the {0}th time, version {1}.\n\nChronology of Japan-Russia Relations April-June 1999\n\n"
      "May {2}, 1999: Ministers of Japan and Russia sign accord {0}.\n\n"
      "June {2}, 1999: NATO comments on version {1}.\n",
      number, version, number % 28 + 1);
}

void write(const TempDir& dir, int number, int version) {
  (void)dir.write(fmt::format("in/{}.txt", number), article(number, version));
}

bool is_sound(const TempDir& dir) {
  return check_index(dir.path() / "idx", dateline::CheckDepth::articles).damages.empty();
}

std::size_t segments_on_disk(const TempDir& dir) {
  const fs::directory_iterator all(dir.path() / "idx/segments");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

// Pretends that another version of the program made the index.
void change_schema(const TempDir& dir) {
  auto manifest = read_file(dir.path() / "idx/manifest.json");
  const std::string own = fmt::format("\"schema\": {}", dateline::kSchemaVersion);
  manifest.replace(manifest.find(own), own.size(), "\"schema\": 999");
  (void)dir.write("idx/manifest.json", manifest);
}

}  // namespace

TEST_CASE("however batches cut and merge it, an index holds the same", "[indexer][maintenance]") {
  const TempDir dir;
  const auto seed = GENERATE(1U, 2U);
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 20; ++i) write(dir, i, 0);
  index(dir, "in");
  for (int batch = 1; batch < 24; ++batch) {
    const auto number = static_cast<int>(random() % 30);
    write(dir, number, batch);
    index(dir, fmt::format("in/{}.txt", number), "idx", random() % 400 + 1);
    REQUIRE(Snapshot(dir.path() / "idx").segment_count() < 15);
  }
  CHECK(is_sound(dir));
  index(dir, "in", "fresh");
  const auto expected = dump_index(dir.path() / "fresh");
  const auto without_words = [](const std::string& dump) {
    return dump.substr(0, dump.find("\nword "));
  };
  CHECK(without_words(dump_index(dir.path() / "idx")) == without_words(expected));

  const auto report = compact_index(dir.path() / "idx", {}, {});
  CHECK(report.done);
  CHECK(segments_on_disk(dir) == 1);
  CHECK(without_words(dump_index(dir.path() / "idx")) == without_words(expected));
  CHECK(is_sound(dir));

  CHECK(rebuild(dir).switched);
  CHECK(dump_index(dir.path() / "idx") == expected);
  CHECK(is_sound(dir));
}

TEST_CASE("a batch of many publications keeps its segments few", "[indexer][maintenance]") {
  const TempDir dir;
  for (int i = 0; i < 60; ++i) write(dir, i, 0);
  index(dir, "in", "idx", 1);
  CHECK(Snapshot(dir.path() / "idx").segment_count() < 8);
  index(dir, "in", "fresh");
  CHECK(dump_index(dir.path() / "idx") == dump_index(dir.path() / "fresh"));
}

TEST_CASE("a removal that a third of a segment's bytes goes with rewrites it",
          "[indexer][maintenance]") {
  const TempDir dir;
  for (int i = 0; i < 10; ++i) write(dir, i, 0);
  index(dir, "in");
  (void)remove_articles(dir.path() / "idx", {"0.txt", "1.txt"}, {}, {});
  CHECK(Snapshot(dir.path() / "idx").manifest().segments[0].removed.size() == 2);
  const auto report = remove_articles(dir.path() / "idx", {"2.txt", "3.txt"}, {}, {});
  CHECK(report.articles_total == 6);
  CHECK(Snapshot(dir.path() / "idx").manifest().segments[0].removed.empty());
  CHECK(segments_on_disk(dir) == 1);
}

TEST_CASE("a stopped compaction leaves the index as it was", "[indexer][maintenance]") {
  const TempDir dir;
  for (int i = 0; i < 3; ++i) {
    write(dir, i, 0);
    index(dir, fmt::format("in/{}.txt", i));
  }
  const auto before = read_file(dir.path() / "idx/manifest.json");
  std::stop_source stop;
  stop.request_stop();
  CHECK_FALSE(compact_index(dir.path() / "idx", {}, stop.get_token()).done);
  CHECK(read_file(dir.path() / "idx/manifest.json") == before);
  CHECK(segments_on_disk(dir) == 3);
}

TEST_CASE("a rebuild keeps ids, and takes from the index what has no source any more",
          "[indexer][rebuild]") {
  const TempDir dir;
  for (int i = 0; i < 4; ++i) write(dir, i, 0);
  (void)dir.write("records.jsonl",
                  "{\"text\": \"The first record of May 5, 1999.\"}\n"
                  "{\"text\": \"The second record.\"}\n{\"text\": \"The third record.\"}\n");
  index(dir, "in");
  index(dir, "records.jsonl");
  fs::create_directory(dir.path() / "in/moved");
  fs::rename(dir.path() / "in/1.txt", dir.path() / "in/moved/one.txt");
  index(dir, "in");
  (void)remove_articles(dir.path() / "idx", {"records.jsonl:2"}, {}, {});
  const auto before = dump_index(dir.path() / "idx");
  fs::remove(dir.path() / "in/0.txt");
  write(dir, 9, 0);  // not in the index: a rebuild adds nothing
  const Snapshot reader(dir.path() / "idx");

  const auto report = rebuild(dir);
  CHECK(report.switched);
  CHECK(report.read == 5);
  CHECK(report.passed_over == 1);
  REQUIRE(report.kept.size() == 1);
  CHECK(report.kept[0].id == "0.txt");
  CHECK(report.kept[0].path == (dir.path() / "in/0.txt").string());
  CHECK(report.lost.empty());
  const auto words_end = [](const std::string& dump) {
    return dump.substr(0, dump.find("\nword "));
  };
  CHECK(words_end(dump_index(dir.path() / "idx")) == words_end(before));
  CHECK(is_sound(dir));

  const dateline::Finder finder(reader);  // what is open stays readable
  CHECK(finder.article("0.txt"));
}

TEST_CASE("a publication that the command line gave survives a rebuild", "[indexer][rebuild]") {
  const TempDir dir;
  (void)dir.write("a.txt", "Ministers met on May 5.\n");
  IndexOptions options;
  options.index = dir.path() / "idx";
  options.paths = {dir.path() / "a.txt"};
  options.reading.published = dateline::year_interval(1999);
  (void)index_files(options, {}, {});
  const auto before = dump_index(dir.path() / "idx");
  CHECK(rebuild(dir).switched);
  CHECK(dump_index(dir.path() / "idx") == before);
}

TEST_CASE("a damaged index is built again, from its sources and from what is intact",
          "[indexer][rebuild]") {
  const TempDir dir;
  for (int i = 0; i < 6; ++i) write(dir, i, 0);
  index(dir, "in");
  const auto before = dump_index(dir.path() / "idx");
  const auto segment = dir.path() / "idx/segments/000001";
  const auto corrupt = [&](const std::string& file, const std::string& piece) {
    auto bytes = read_file(segment / file);
    bytes[piece.empty() ? bytes.size() / 2 : bytes.find(piece)] ^= 1;
    (void)TempDir::write_to(segment / file, bytes);
  };
  SECTION("a text, its source there") {
    corrupt("texts", "accord 3");
    CHECK(rebuild(dir).switched);
    CHECK(dump_index(dir.path() / "idx") == before);
  }
  SECTION("a text, its source gone") {
    corrupt("texts", "accord 3");
    fs::remove(dir.path() / "in/3.txt");
    fs::remove(dir.path() / "in/4.txt");
    auto report = rebuild(dir);
    CHECK_FALSE(report.switched);  // nothing is lost without leave
    REQUIRE(report.lost.size() == 1);
    CHECK(report.lost[0].id == "3.txt");
    CHECK(segments_on_disk(dir) == 1);
    CHECK(Snapshot(dir.path() / "idx").live_count(dateline::DocumentKind::article) == 6);
    report = rebuild(dir, true);
    CHECK(report.switched);
    CHECK(report.kept.size() == 1);
    CHECK(report.articles_total == 5);
  }
  SECTION("Xapian") {
    corrupt("articles/postlist.glass", "");
    CHECK(rebuild(dir).switched);
    CHECK(dump_index(dir.path() / "idx") == before);
  }
  SECTION("the table of columns: which articles there were cannot be told") {
    corrupt("columns", "event.days");
    CHECK(rebuild(dir).switched);
    CHECK(dump_index(dir.path() / "idx") == before);
  }
  CHECK(is_sound(dir));
}

TEST_CASE("an index of another schema is built again from its sources", "[indexer][rebuild]") {
  const TempDir dir;
  for (int i = 0; i < 4; ++i) write(dir, i, 0);
  index(dir, "in");
  const auto before = dump_index(dir.path() / "idx");
  change_schema(dir);
  CHECK_THROWS_WITH(Snapshot(dir.path() / "idx"),
                    Contains("schema 999") && Contains("index --rebuild"));
  SECTION("all are there") {
    CHECK(rebuild(dir).switched);
    CHECK(dump_index(dir.path() / "idx") == before);
  }
  SECTION("one is gone: it is named, since its stored text may mean something else") {
    fs::remove(dir.path() / "in/2.txt");
    const auto report = rebuild(dir);
    CHECK_FALSE(report.switched);
    REQUIRE(report.lost.size() == 1);
    CHECK(report.lost[0].id == "2.txt");
    CHECK(rebuild(dir, true).articles_total == 3);
  }
}

TEST_CASE("an interrupted rebuild leaves the index as it was", "[indexer][rebuild]") {
  const TempDir dir;
  for (int i = 0; i < 40; ++i) write(dir, i, 0);
  index(dir, "in");
  const auto before = read_file(dir.path() / "idx/manifest.json");
  std::stop_source stop;
  RebuildOptions options;
  options.index = dir.path() / "idx";
  options.publish_bytes = 1000;
  const auto report = rebuild_index(
      options,
      [&](const dateline::IndexProgress& progress) {
        if (progress.files_done == 20) stop.request_stop();
      },
      stop.get_token());
  CHECK(report.interrupted);
  CHECK(read_file(dir.path() / "idx/manifest.json") == before);
  CHECK(segments_on_disk(dir) == 1);
  CHECK(is_sound(dir));
}

TEST_CASE("there is nothing to rebuild where there is no index", "[indexer][rebuild]") {
  const TempDir dir;
  CHECK_THROWS_AS(rebuild(dir), dateline::IndexError);
  CHECK_FALSE(fs::exists(dir.path() / "idx"));
}

}  // namespace dateline::test
