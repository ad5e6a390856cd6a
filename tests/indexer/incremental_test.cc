// What a batch leaves alone, what it misses, and what it keeps once.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "index/source_records.h"
#include "indexer/indexer.h"
#include "indexer/removal.h"
#include "indexer/sources/source_recording.h"
#include "tests/indexer/archive.h"
#include "tests/support/catch.h"

namespace dateline::test {

namespace fs = std::filesystem;

namespace {

using Articles = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("a file of the same size and time is not read again", "[indexer][incremental]") {
  Archive archive;
  archive.write("in/a.txt", "The first text.\n");
  archive.write("in/b.jsonl", record("x", "One record.") + record("y", "Two records."));
  CHECK(archive.run().added == 3);
  archive.alter_unseen("in/a.txt", "The other text.\n");
  CHECK(archive.run().unchanged == 3);

  auto reread = archive.options({"in"});
  reread.reread = true;
  const auto report = index_files(reread, {}, {});
  CHECK(report.replaced == 1);
  CHECK(report.unchanged == 2);
}

TEST_CASE("a file that was written a moment before it was read is read again",
          "[indexer][incremental]") {
  Archive archive;
  archive.write("in/a.txt", "The first text.\n");
  fs::last_write_time(archive.path("in/a.txt"), fs::file_time_type::clock::now());
  CHECK(archive.run().added == 1);
  archive.alter_unseen("in/a.txt", "The other text.\n");
  CHECK(archive.run().replaced == 1);
}

TEST_CASE("what was skipped in an unchanged file is reported each time", "[indexer][incremental]") {
  Archive archive;
  archive.write("in/a.jsonl", record("x", "One record.") + "{\"text\": \n");
  for (int i = 0; i < 3; ++i) {
    const auto report = archive.run();
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].line == 2);
    CHECK(report.skipped() == 1);
  }
}

TEST_CASE("what was only mended in a file is told once", "[indexer][incremental]") {
  Archive archive;
  std::string latin;
  for (int i = 0; i < 4; ++i) {
    latin +=
        "The caf\xE9 accord was signed in Paris by the French minister, and the na\xEFve clause "
        "about the r\xE9gime was dropped after a long d\xE9marche by the embassy.\n\n";
  }
  archive.write("in/latin.txt", latin);
  const auto first = archive.run();
  REQUIRE(first.problems.size() == 1);
  CHECK_FALSE(first.problems[0].skipped);
  const auto second = archive.run();
  CHECK(second.unchanged == 1);
  CHECK(second.problems.empty());
}

TEST_CASE("lost or damaged records cost a reading and nothing else", "[indexer][incremental]") {
  Archive archive;
  archive.write("in/a.txt", "The first text.\n");
  archive.write("in/b.txt", "The second text.\n");
  archive.write("in/copy.txt", "The first text.\n");
  CHECK(archive.run().added == 2);
  SECTION("lost") { archive.remove("idx/sources"); }
  SECTION("damaged") {
    for (const auto& file : fs::directory_iterator(archive.path("idx/sources")))
      (void)TempDir::write_to(file.path(), std::string(fs::file_size(file.path()), 'x'));
  }
  SECTION("of another state") { SourceRecords(archive.index()).commit(77); }
  archive.remove("in/b.txt");
  const auto report = archive.run();
  CHECK(report.unchanged == 1);
  CHECK(report.duplicates == 1);
  CHECK(report.vanished == 1);
  CHECK(SourceRecords(archive.index()).duplicates() == 1);
}

TEST_CASE("an article that was removed comes back with its unchanged file",
          "[indexer][incremental]") {
  Archive archive;
  archive.write("in/a.txt", "The first text.\n");
  archive.write("in/b.txt", "The second text.\n");
  CHECK(archive.run().added == 2);
  (void)dateline::remove_articles(archive.index(), {"a.txt"}, {}, {});
  const auto report = archive.run();
  CHECK(report.added == 1);
  CHECK(report.unchanged == 1);
}

TEST_CASE("vanished files are reported, and taken out when asked", "[indexer][vanished]") {
  Archive archive;
  archive.write("in/a.txt", "The first text.\n");
  archive.write("in/sub/b.txt", "The second text.\n");
  archive.write("other/c.txt", "The third text.\n");
  CHECK(archive.run({"in", "other"}).added == 3);
  archive.remove("in/sub");
  archive.remove("other/c.txt");

  auto report = archive.run({"in"});
  CHECK(report.vanished == 1);
  CHECK(report.vanished_ids == std::vector<std::string>{"sub/b.txt"});
  CHECK(report.pruned == 0);
  CHECK(archive.articles().size() == 3);

  report = archive.prune({"in"});
  CHECK(report.pruned == 1);
  CHECK(archive.articles() == Articles{{"a.txt", "in/a.txt"}, {"c.txt", "other/c.txt"}});
  CHECK(archive.prune({"in"}).vanished == 0);
}

TEST_CASE("a folder that is empty or absent loses nothing unless all is asked for",
          "[indexer][vanished]") {
  Archive archive;
  archive.write("in/a.txt", "The first text.\n");
  archive.write("in/b.txt", "The second text.\n");
  CHECK(archive.run().added == 2);
  archive.remove("in");
  SECTION("absent") {}
  SECTION("empty") { fs::create_directory(archive.path("in")); }
  const auto report = archive.prune();
  CHECK(report.vanished == 2);
  CHECK(report.pruned == 0);
  CHECK(report.skipped() >= 1);
  CHECK(archive.articles().size() == 2);
  auto all = archive.options({"in"});
  all.prune_all = true;
  CHECK(index_files(all, {}, {}).pruned == 2);
  CHECK(archive.articles().empty());
}

TEST_CASE("a file of which the system does not say whether it is there is told, and stays",
          "[indexer][vanished]") {
  Archive archive;
  archive.write("in/a.txt", "The first text.\n");
  archive.write("in/sub/b.txt", "The second text.\n");
  CHECK(archive.run().added == 2);
  archive.remove("in/sub");
  fs::create_symlink("sub", archive.path("in/sub"));  // a link without end
  const auto report = archive.prune();
  CHECK(report.vanished == 0);
  CHECK(report.skipped() == 1);
  REQUIRE(report.problems.size() >= 1);
  CHECK(report.problems.back().path.ends_with("in/sub/b.txt"));
  CHECK(archive.articles().size() == 2);
}

TEST_CASE("a record that its file has no more has vanished, until it turns up elsewhere",
          "[indexer][vanished]") {
  Archive archive;
  const auto one = record("one", "The first record.");
  const auto two = record("two", "The second record.");
  archive.write("in/a.jsonl", one + two);
  CHECK(archive.run().added == 2);
  archive.write("in/a.jsonl", two);
  for (int i = 0; i < 2; ++i) {
    const auto report = archive.run();
    CHECK(report.unchanged == 1);
    CHECK(report.vanished_ids == std::vector<std::string>{"one"});
  }
  SECTION("pruned") {
    CHECK(archive.prune().pruned == 1);
    CHECK(archive.run().vanished == 0);
    CHECK(archive.articles() == Articles{{"two", "in/a.jsonl"}});
  }
  SECTION("elsewhere") {
    archive.write("in/b.jsonl", one);
    const auto report = archive.prune();
    CHECK(report.moved == 1);
    CHECK(report.vanished == 0);
    CHECK(archive.articles() == Articles{{"one", "in/b.jsonl"}, {"two", "in/a.jsonl"}});
  }
  SECTION("not where a record is broken") {
    archive.write("in/a.jsonl", two + "{\"id\": \"one\", \"text\": \n");
    CHECK(archive.prune().vanished == 0);
    CHECK(archive.articles().size() == 2);
  }
}

TEST_CASE("a record that changes places in its file is unchanged", "[indexer][incremental]") {
  Archive archive;
  archive.write("in/a.jsonl", record("one", "The first record.") + record("two", "Another one."));
  CHECK(archive.run().added == 2);
  archive.write("in/a.jsonl", record("new", "In front.") + record("two", "Another one.") +
                                  record("one", "The first record."));
  const auto report = archive.run();
  CHECK(report.added == 1);
  CHECK(report.unchanged == 2);
}

TEST_CASE("a record that moves from one file to another is moved in one batch",
          "[indexer][incremental]") {
  Archive archive;
  const auto one = record("one", "The first record.");
  archive.write("in/b.jsonl", one + record("two", "The second record."));
  CHECK(archive.run().added == 2);
  archive.write("in/a.jsonl", one);
  archive.write("in/b.jsonl", record("two", "The second record."));
  const auto report = archive.prune();
  CHECK(report.moved == 1);
  CHECK(report.duplicates == 0);
  CHECK(report.vanished == 0);
  CHECK(archive.articles() == Articles{{"one", "in/a.jsonl"}, {"two", "in/b.jsonl"}});
}

TEST_CASE("files of one content are one article", "[indexer][duplicates]") {
  Archive archive;
  archive.write("in/a.txt", "The same text.\n");
  archive.write("in/b.txt", "The same text.\n");
  SECTION("in one batch") {
    const auto report = archive.run();
    CHECK(report.added == 1);
    CHECK(report.duplicates == 1);
  }
  SECTION("in two") {
    CHECK(archive.run({"in/a.txt"}).added == 1);
    CHECK(archive.run({"in/b.txt"}).duplicates == 1);
  }
  CHECK(archive.articles() == Articles{{"a.txt", "in/a.txt"}});
  const auto copy = fs::canonical(archive.path("in/b.txt")).string();
  CHECK(SourceRecords(archive.index()).other_paths("a.txt") == std::vector<std::string>{copy});
  CHECK(dateline::recorded_duplicates(archive.index()) == 1U);
  for (int i = 0; i < 2; ++i) {
    const auto report = archive.run();
    CHECK(report.unchanged == 1);
    CHECK(report.duplicates == 1);
  }
}

TEST_CASE("when the first file of a duplicate goes, another takes the article over",
          "[indexer][duplicates]") {
  Archive archive;
  archive.write("in/a.txt", "The same text.\n");
  archive.write("out/b.txt", "The same text.\n");
  archive.write("in/z.txt", "Another text.\n");
  const auto first = archive.run({"in", "out"});
  CHECK(first.duplicates == 1);
  archive.remove("in/a.txt");
  SECTION("in the same batch") { CHECK(archive.prune({"in", "out"}).moved == 1); }
  SECTION("outside the paths of the batch") { CHECK(archive.prune({"in"}).moved == 1); }
  CHECK(archive.articles() == Articles{{"a.txt", "out/b.txt"}, {"z.txt", "in/z.txt"}});
  const auto again = archive.prune({"in", "out"});
  CHECK(again.unchanged == 2);
  CHECK(again.duplicates == 0);
  CHECK(again.vanished == 0);
}

TEST_CASE("when the first file of a duplicate changes, the other's content is kept",
          "[indexer][duplicates]") {
  Archive archive;
  for (const std::string name : {"a", "b", "c", "d"})
    archive.write("in/" + name + ".txt", "The same text.\n");
  CHECK(archive.run().duplicates == 3);
  archive.write("in/a.txt", "A new text, of its own.\n");
  const auto report = archive.run();
  CHECK(report.replaced == 1);
  CHECK(report.added == 1);
  CHECK(report.duplicates == 2);
  CHECK(archive.articles() == Articles{{"a.txt", "in/a.txt"}, {"b.txt", "in/b.txt"}});
}

TEST_CASE("a copy that goes takes nothing with it", "[indexer][duplicates]") {
  Archive archive;
  archive.write("in/a.txt", "The same text.\n");
  archive.write("in/b.txt", "The same text.\n");
  CHECK(archive.run().duplicates == 1);
  archive.remove("in/b.txt");
  const auto report = archive.prune();
  CHECK(report.vanished == 0);
  CHECK(report.duplicates == 0);
  CHECK(archive.articles().size() == 1);
  CHECK(SourceRecords(archive.index()).duplicates() == 0);
}

TEST_CASE("articles with ids of their own are merged by id only", "[indexer][duplicates]") {
  Archive archive;
  archive.write("in/a.jsonl", record("one", "The same text.") + record("two", "The same text."));
  archive.write("in/b.jsonl", record("one", "The same text."));
  auto report = archive.run();
  CHECK(report.added == 2);
  CHECK(report.duplicates == 1);
  CHECK(report.skipped() == 0);
  report = archive.run();
  CHECK(report.unchanged == 2);
  CHECK(report.duplicates == 1);
}

TEST_CASE("what standard input gives has no path and never vanishes", "[indexer][incremental]") {
  Archive archive;
  archive.write("spool/articles.jsonl",
                record("one", "The first record.") + "{\"text\": \"A record without an id.\"}\n");
  archive.write("in/a.txt", "A text.\n");
  auto options = archive.options({"in"});
  options.stream = archive.path("spool/articles.jsonl");
  options.prune_all = true;
  CHECK(index_files(options, {}, {}).added == 3);
  const auto again = index_files(options, {}, {});
  CHECK(again.unchanged == 3);
  CHECK(again.vanished == 0);
  archive.remove("idx/sources");
  CHECK(archive.prune().vanished == 0);
  CHECK(archive.articles().size() == 3);
}

TEST_CASE("a file that an older reader read is told, and read again by the next batch",
          "[indexer][incremental]") {
  Archive archive;
  archive.write("in/a.txt", "One herring.");
  archive.write("in/b.txt", "Two herrings.");
  CHECK(archive.run().added == 2);
  CHECK(files_of_other_readers(archive.index()) == 0);
  {
    SourceRecords records(archive.index());
    auto record = records.find(archive.path("in/a.txt").string());
    REQUIRE(record);
    --record->reader;
    records.put(*record);
    records.commit(records.generation());
  }
  CHECK(files_of_other_readers(archive.index()) == 1);
  archive.alter_unseen("in/a.txt", "One mackrel.");
  archive.alter_unseen("in/b.txt", "Two mackrels.");
  (void)archive.run();
  CHECK(archive.text("a.txt") == "One mackrel.");
  CHECK(archive.text("b.txt") == "Two herrings.");
  CHECK(files_of_other_readers(archive.index()) == 0);
  CHECK_FALSE(files_of_other_readers(archive.index() / "nowhere"));
}

}  // namespace dateline::test
