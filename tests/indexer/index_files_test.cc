// Batches against an index: what is published when, and which article has which id.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "index/error.h"
#include "index/snapshot.h"
#include "indexer/indexer.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

IndexReport run(const TempDir& dir, const std::vector<std::string>& paths,
                const std::function<void(const dateline::IndexProgress&)>& progress = {},
                const std::stop_token& stop = {}, std::uint64_t publish_bytes = 1 << 20) {
  IndexOptions options;
  options.index = dir.path() / "idx";
  for (const auto& path : paths) options.paths.push_back(dir.path() / path);
  options.threads = 2;
  options.publish_bytes = publish_bytes;
  return index_files(options, progress, stop);
}

// Ids of the articles in force with their texts.
std::set<std::pair<std::string, std::string>> articles(const TempDir& dir) {
  std::set<std::pair<std::string, std::string>> all;
  const Snapshot snapshot(dir.path() / "idx");
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s) {
    const auto& segment = snapshot.segment(s);
    segment.live(DocumentKind::article).for_each([&](std::size_t i) {
      const auto article = static_cast<std::uint32_t>(i);
      const std::string id{segment.id(article)};
      REQUIRE(all.emplace(id, segment.text(article)).second);
    });
  }
  return all;
}

using Articles = std::set<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("no article is missing at any publication of a batch that changes them all",
          "[indexer][batch]") {
  const TempDir dir;
  const int count = 60;
  const auto write_all = [&](std::string_view version) {
    for (int i = 0; i < count; ++i) {
      (void)dir.write(fmt::format("in/{}.txt", i),
                      fmt::format("Article {} in its version {}.\n", i, version));
    }
  };
  write_all("one");
  (void)run(dir, {"in"});
  write_all("two");
  std::uint64_t publications = 0;
  std::uint64_t generation = 0;
  (void)run(
      dir, {"in"},
      [&](const dateline::IndexProgress&) {
        const Snapshot now(dir.path() / "idx");
        if (now.manifest().generation == generation) return;
        generation = now.manifest().generation;
        ++publications;
        CHECK(now.live_count(DocumentKind::article) == static_cast<std::uint64_t>(count));
      },
      {}, 200);
  CHECK(publications > 3);
  for (const auto& [id, text] : articles(dir)) CHECK(text.find("version two") != std::string::npos);
}

TEST_CASE("files of the same name under several roots are told apart, for good",
          "[indexer][batch]") {
  const TempDir dir;
  for (const std::string root : {"r1/in", "r2/in", "r3/in"}) {
    (void)dir.write(root + "/x.txt", "The text of " + root + ".\n");
  }
  const Articles expected{{"x.txt", "The text of r1/in.\n"},
                          {"in/x.txt", "The text of r2/in.\n"},
                          {"r3/in/x.txt", "The text of r3/in.\n"}};
  SECTION("in one batch") { CHECK(run(dir, {"r1/in", "r2/in", "r3/in"}).added == 3); }
  SECTION("in three") {
    for (const std::string root : {"r1/in", "r2/in", "r3/in"}) CHECK(run(dir, {root}).added == 1);
  }
  CHECK(articles(dir) == expected);
  CHECK(run(dir, {"r1/in", "r2/in", "r3/in"}).unchanged == 3);

  // A namesake that goes does not give its id to another file.
  std::filesystem::remove(dir.path() / "r1/in/x.txt");
  CHECK(run(dir, {"r2/in", "r3/in"}).unchanged == 2);
  CHECK(articles(dir) == expected);
}

TEST_CASE("names that are no UTF-8 keep their articles through merges", "[indexer][batch]") {
  const TempDir dir;
  (void)dir.write(
      "bad\xFF"
      "dir/caf\xE9.txt",
      "A text of words.\n");
  CHECK(run(dir, {"bad\xFF"
                  "dir"})
            .added == 1);
  for (int i = 0; i < 10; ++i) {
    const auto name = fmt::format("more/{}.txt", i);
    (void)dir.write(name, fmt::format("Another text, number {}.\n", i));
    (void)run(dir, {name});
  }
  CHECK(Snapshot(dir.path() / "idx").segment_count() <= 8);
  CHECK(run(dir, {"bad\xFF"
                  "dir",
                  "more"})
            .unchanged == 11);
  CHECK(articles(dir).contains({"caf%E9.txt", "A text of words.\n"}));
}

TEST_CASE("a writer that died before its first publication stops nobody", "[indexer][batch]") {
  const TempDir dir;
  (void)dir.write("a.txt", "A text.\n");
  std::filesystem::create_directories(dir.path() / "idx/segments/000001");
  SECTION("before it had read") {}
  SECTION("when it had records of files") {
    (void)dir.write("idx/lock", "");
    (void)dir.write("idx/sources/iamglass", "half");
  }
  CHECK(run(dir, {"a.txt"}).added == 1);
}

TEST_CASE("a folder with files of its own is no index, whatever they are called",
          "[indexer][batch]") {
  const TempDir dir;
  (void)dir.write("a.txt", "A text.\n");
  (void)dir.write("idx/lock", "");
  (void)dir.write("idx/letter.doc", "mine");
  CHECK_THROWS_AS(run(dir, {"a.txt"}), dateline::IndexError);
  CHECK(std::filesystem::exists(dir.path() / "idx/letter.doc"));
  (void)dir.write("work/sources/letter.doc", "mine");
  IndexOptions options;
  options.index = dir.path() / "work";
  options.paths = {dir.path() / "a.txt"};
  CHECK_THROWS_AS(index_files(options, {}, {}), dateline::IndexError);
}

TEST_CASE("an index among the articles is none of them", "[indexer][batch]") {
  const TempDir dir;
  (void)dir.write("a.txt", "One article.\n");
  for (const auto round : {1, 2}) {
    CAPTURE(round);
    const auto report = run(dir, {"."});
    CHECK(report.problems.empty());
    CHECK(report.others.count == 0);
    CHECK(articles(dir) == Articles{{"a.txt", "One article.\n"}});
  }
  const auto report = run(dir, {"idx"});
  REQUIRE(report.problems.size() == 1);
  CHECK(report.problems[0].message == "an index, and no articles");
}

TEST_CASE("a stop keeps what was done, and the same call goes on from there", "[indexer][batch]") {
  const TempDir dir;
  for (int i = 0; i < 200; ++i) {
    (void)dir.write(fmt::format("in/{}.txt", i), fmt::format("The text of article {}.\n", i));
  }
  std::stop_source stop;
  const auto first = run(
      dir, {"in"},
      [&](const dateline::IndexProgress& progress) {
        if (progress.files_done == 50) stop.request_stop();
      },
      stop.get_token());
  CHECK(first.interrupted);
  CHECK(first.added >= 50);
  CHECK(first.added < 200);
  CHECK(first.articles_total == first.added);
  const auto second = run(dir, {"in"});
  CHECK_FALSE(second.interrupted);
  CHECK(second.added + first.added == 200);
  CHECK(second.unchanged == first.added);
}

TEST_CASE("a stop within a long article leaves it out, and counts it not", "[indexer][batch]") {
  const TempDir dir;
  (void)dir.write("in/1.txt", "A short text.\n");
  const std::string unit = "Words stand here.\n\n";
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += unit;
  (void)dir.write("in/2.txt", text);
  (void)dir.write("in/3.txt", "Another short text.\n");
  std::stop_source stop;
  const auto first = run(
      dir, {"in"},
      [&](const dateline::IndexProgress& progress) {
        if (progress.articles == 2) stop.request_stop();  // read, and not handed in yet
      },
      stop.get_token());
  CHECK(first.interrupted);
  CHECK(first.added == 1);
  CHECK(first.articles_total == 1);
  const auto second = run(dir, {"in"});
  CHECK(second.added == 2);
  CHECK(second.unchanged == 1);
  CHECK(second.articles_total == 3);
}

TEST_CASE("a limit that an article meets is told, in the order of the files",
          "[indexer][batch][limits]") {
  const TempDir dir;
  std::string text = "Title\n\n";
  for (int i = 0; i < 100; ++i) text += "China 12 May 2001 Russia ";
  for (const auto* name : {"in/1.txt", "in/2.txt", "in/3.txt"})
    (void)dir.write(name, text + name + "\n");
  const auto report = run(dir, {"in"});
  CHECK(report.added == 3);
  CHECK(report.skipped() == 0);
  REQUIRE(report.problems.size() == 3);
  CHECK(report.problems[1].message ==
        "article 2.txt: no events of a sentence with more than 64 dates or 8192 bytes");
}

TEST_CASE("the number of threads does not show in the index", "[indexer][batch]") {
  const TempDir dir;
  for (int i = 0; i < 40; ++i) {
    (void)dir.write(
        fmt::format("in/{}.txt", i),
        fmt::format("On May {}, 1999, Russia and Japan signed accord {}.\n", i % 28 + 1, i));
  }
  std::vector<std::string> columns;
  for (const unsigned threads : {1U, 5U}) {
    IndexOptions options;
    options.index = dir.path() / fmt::format("idx{}", threads);
    options.paths = {dir.path() / "in"};
    options.threads = threads;
    (void)index_files(options, {}, {});
    columns.push_back(dateline::test::read_file(options.index / "segments/000001/columns"));
  }
  CHECK(columns[0] == columns[1]);
}

}  // namespace dateline::test
