// To whom an id belongs.
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/indexer.h"
#include "indexer/rebuild.h"
#include "tests/indexer/archive.h"
#include "tests/support/catch.h"

namespace dateline::test {

using Catch::Contains;

namespace {

const std::string kTrue = "Ministers met on 4 June 2001.";
const std::string kFalse = "FAKE: ministers fled on 4 June 2001.";

// A batch that belongs to a feed; `stream`: a file that stands for standard input.
IndexReport run_feed(const Archive& archive, const std::vector<std::string>& paths,
                     const std::string& feed, const std::string& stream = {}) {
  auto options = archive.options(paths);
  options.feed = feed;
  if (!stream.empty()) options.stream = archive.path(stream);
  return index_files(options, {}, {});
}

void check_refused(const IndexReport& report, const std::string& holder) {
  REQUIRE(report.skipped() == 1);
  CHECK_THAT(report.problems[0].message, Contains("belongs to an article of"));
  CHECK_THAT(report.problems[0].message, Contains(holder));
  CHECK(report.added + report.replaced + report.moved == 0);
}

}  // namespace

TEST_CASE("an article of another file cannot take an id over", "[indexer][ids]") {
  Archive archive;
  archive.write("in/a.txt", kTrue);
  std::string id = "a.txt";
  SECTION("that a file name gives") {}
  SECTION("that front matter gives") {
    archive.write("in/a.txt", "---\nid: own\n---\n" + kTrue);
    id = "own";
  }
  SECTION("that a record gives") {
    archive.write("in/a.jsonl", record("own", kTrue));
    id = "own";
  }
  REQUIRE(archive.run().skipped() == 0);
  const auto before = archive.text(id);
  archive.write("feed/b.jsonl", record(id, kFalse));
  check_refused(archive.run({"feed"}), archive.path("in/a.").string());
  check_refused(archive.run({"feed"}), archive.path("in/a.").string());  // and each time
  // In whatever order they come.
  CHECK(archive.run({"feed", "in"}).skipped() == 1);
  CHECK(archive.run({"in", "feed"}).skipped() == 1);
  CHECK(archive.prune({"feed", "in"}).pruned == 0);
  archive.write("feed/b.md", "---\nid: " + id + "\n---\n" + kFalse);
  CHECK(archive.run({"feed"}).skipped() == 2);
  CHECK(archive.text(id) == before);
}

TEST_CASE("the same content first does not help a stranger to an id", "[indexer][ids]") {
  Archive archive;
  archive.write("in/a.jsonl", record("own", kTrue));
  SECTION("of a file") { CHECK(archive.run().added == 1); }
  SECTION("of standard input") { CHECK(run_feed(archive, {}, "", "in/a.jsonl").added == 1); }
  archive.write("feed/b.jsonl", record("own", kTrue));
  CHECK(archive.run({"feed"}).duplicates == 1);
  archive.write("feed/b.jsonl", record("own", kFalse));
  CHECK(archive.run({"feed"}).skipped() == 1);
  CHECK(archive.text("own") == kTrue);
}

TEST_CASE("what standard input gave is no stranger's", "[indexer][ids]") {
  Archive archive;
  archive.write("spool/one.jsonl", record("own", kTrue));
  archive.write("spool/two.jsonl", record("own", kFalse));
  CHECK(run_feed(archive, {}, "wires", "spool/one.jsonl").added == 1);
  SECTION("of a file") { check_refused(archive.run({"spool/two.jsonl"}), "'wires'"); }
  SECTION("of standard input under another name") {
    check_refused(run_feed(archive, {}, "other", "spool/two.jsonl"), "'wires'");
  }
  SECTION("of standard input without a name") {
    check_refused(run_feed(archive, {}, "", "spool/two.jsonl"), "'wires'");
  }
  CHECK(archive.text("own") == kTrue);
}

TEST_CASE("standard input cannot take a file's id", "[indexer][ids]") {
  Archive archive;
  archive.write("in/a.txt", kTrue);
  archive.write("spool/feed.jsonl", record("a.txt", kFalse));
  CHECK(archive.run().added == 1);
  check_refused(run_feed(archive, {}, "", "spool/feed.jsonl"), "in/a.txt");
  CHECK(archive.text("a.txt") == kTrue);
}

TEST_CASE("an id goes to another file when its own has it no more", "[indexer][ids]") {
  Archive archive;
  archive.write("in/m.jsonl", record("own", kTrue) + record("two", "Another record."));
  CHECK(archive.run().added == 2);
  std::string name = "in/a.jsonl";
  SECTION("since the file is gone") { archive.remove("in/m.jsonl"); }
  SECTION("since the file has changed, and is read after the other") {
    archive.write("in/m.jsonl", record("two", "Another record."));
  }
  SECTION("since the file has changed, and is read before the other") {
    archive.write("in/m.jsonl", record("two", "Another record."));
    name = "in/z.jsonl";
  }
  archive.write(name, record("own", "The record goes on here."));
  const auto report = archive.run();
  CHECK(report.skipped() == 0);
  CHECK(report.replaced == 1);
  CHECK(archive.text("own") == "The record goes on here.");
  CHECK(archive.text("two") == "Another record.");
  CHECK(archive.run().skipped() == 0);
}

TEST_CASE("a file that is broken keeps its ids", "[indexer][ids]") {
  Archive archive;
  archive.write("in/m.jsonl", record("own", kTrue) + record("two", "Another record."));
  CHECK(archive.run().added == 2);
  archive.write("in/m.jsonl", "{\"id\": \"own\", \"te\n" + record("two", "Another record."));
  archive.write("in/z.jsonl", record("own", kFalse));
  CHECK(archive.run().skipped() == 2);
  CHECK(archive.text("own") == kTrue);
}

TEST_CASE("two files may exchange their ids in one batch", "[indexer][ids]") {
  Archive archive;
  archive.write("in/a.jsonl", record("one", "The first."));
  archive.write("in/b.jsonl", record("two", "The second."));
  CHECK(archive.run().added == 2);
  archive.write("in/a.jsonl", record("two", "The second, changed."));
  archive.write("in/b.jsonl", record("one", "The first, changed."));
  const auto report = archive.run();
  CHECK(report.skipped() == 0);
  CHECK(report.replaced == 2);
  CHECK(archive.text("one") == "The first, changed.");
  CHECK(archive.text("two") == "The second, changed.");
}

TEST_CASE("an id is taken over when that is asked for", "[indexer][ids]") {
  Archive archive;
  archive.write("in/a.jsonl", record("own", kTrue));
  archive.write("feed/b.jsonl", record("own", kFalse));
  CHECK(archive.run().added == 1);
  auto options = archive.options({"feed"});
  options.take_over = true;
  CHECK(index_files(options, {}, {}).replaced == 1);
  CHECK(archive.text("own") == kFalse);
  // From then on it belongs to the other.
  CHECK(archive.run().skipped() == 1);
  CHECK(archive.text("own") == kFalse);
}

TEST_CASE("a rebuild gives no id to another file", "[indexer][ids][rebuild]") {
  Archive archive;
  archive.write("in/a.txt", kTrue);
  archive.write("early/b.jsonl", record("theirs", "A record of theirs."));
  CHECK(archive.run({"early", "in"}).added == 2);
  archive.write("early/b.jsonl", record("theirs", "A record of theirs.") + record("a.txt", kFalse));
  CHECK(archive.run({"early"}).skipped() == 1);
  RebuildOptions options;
  options.index = archive.index();
  const auto report = rebuild_index(options, {}, {});
  CHECK(report.read == 2);
  CHECK(report.passed_over == 1);
  CHECK(archive.text("a.txt") == kTrue);
  CHECK(archive.run({"early"}).skipped() == 1);
  CHECK(archive.text("a.txt") == kTrue);
}

TEST_CASE("files of one feed update one another's records", "[indexer][ids][feed]") {
  Archive archive;
  archive.write("in/1.jsonl", record("a", "Version one.") + record("b", "Of the first day."));
  SECTION("in one batch, where the last file counts") {
    archive.write("in/2.jsonl", record("a", "Version two."));
    const auto report = run_feed(archive, {"in"}, "wires");
    CHECK(report.skipped() == 0);
    CHECK(report.added == 2);
    CHECK(report.superseded == 1);
  }
  SECTION("in two") {
    CHECK(run_feed(archive, {"in"}, "wires").added == 2);
    archive.write("in/2.jsonl", record("a", "Version two."));
    CHECK(run_feed(archive, {"in"}, "wires").replaced == 1);
  }
  SECTION("in two, whatever the files are called") {
    CHECK(run_feed(archive, {"in"}, "wires").added == 2);
    archive.write("in/0.jsonl", record("a", "Version two."));
    CHECK(run_feed(archive, {"in"}, "wires").replaced == 1);
  }
  // And so it stays, with the name or without, read again or not.
  for (const std::string feed : {"wires", ""}) {
    for (const bool reread : {false, true}) {
      auto options = archive.options({"in"});
      options.feed = feed;
      options.reread = reread;
      const auto report = index_files(options, {}, {});
      CHECK(report.unchanged == 2);
      CHECK(report.superseded == 1);
      CHECK(report.replaced + report.added + report.moved + report.skipped() == 0);
      CHECK(archive.text("a") == "Version two.");
    }
  }
}

TEST_CASE("a correction in an earlier file of a feed is an update", "[indexer][ids][feed]") {
  Archive archive;
  archive.write("in/1.jsonl", record("a", "Version one."));
  archive.write("in/2.jsonl", record("a", "Version two."));
  CHECK(run_feed(archive, {"in"}, "wires").added == 1);
  archive.write("in/1.jsonl", record("a", "Version three."));
  CHECK(run_feed(archive, {"in"}, "wires").replaced == 1);
  CHECK(archive.text("a") == "Version three.");
  for (int i = 0; i < 2; ++i) {
    const auto report = run_feed(archive, {"in"}, "wires");
    CHECK(report.unchanged == 1);
    CHECK(report.superseded == 1);
    CHECK(archive.text("a") == "Version three.");
  }
}

TEST_CASE("an older version of a feed's record counts again when the newer one goes",
          "[indexer][ids][feed]") {
  Archive archive;
  archive.write("in/1.jsonl", record("a", "Version one."));
  archive.write("in/2.jsonl", record("a", "Version two.") + record("b", "Another."));
  CHECK(run_feed(archive, {"in"}, "wires").added == 2);
  SECTION("with its file") { archive.remove("in/2.jsonl"); }
  SECTION("out of its file") { archive.write("in/2.jsonl", record("b", "Another.")); }
  CHECK(archive.prune().replaced == 1);
  CHECK(archive.text("a") == "Version one.");
}

TEST_CASE("standard input of a feed updates its records", "[indexer][ids][feed]") {
  Archive archive;
  archive.write("in/1.jsonl", record("a", "Version one."));
  archive.write("spool/now.jsonl", record("a", "Version two."));
  CHECK(run_feed(archive, {"in"}, "wires").added == 1);
  CHECK(run_feed(archive, {}, "wires", "spool/now.jsonl").replaced == 1);
  CHECK(archive.text("a") == "Version two.");
  const auto report = run_feed(archive, {"in"}, "wires");
  CHECK(report.superseded == 1);
  CHECK(archive.text("a") == "Version two.");
  archive.write("spool/now.jsonl", record("a", "Version three."));
  archive.write("in/1.jsonl", record("a", "Version four."));
  CHECK(run_feed(archive, {"in"}, "wires", "spool/now.jsonl").skipped() == 0);
  CHECK(archive.text("a") == "Version three.");
}

TEST_CASE("a file that becomes one of a feed is one from then on", "[indexer][ids][feed]") {
  Archive archive;
  archive.write("in/1.jsonl", record("a", "Version one."));
  CHECK(archive.run().added == 1);
  archive.write("in/2.jsonl", record("a", "Version two."));
  CHECK(archive.run().skipped() == 1);
  const auto report = run_feed(archive, {"in"}, "wires");
  CHECK(report.skipped() == 0);
  CHECK(archive.text("a") == "Version two.");
}

TEST_CASE("a feed's name survives lost records, merges and a rebuild", "[indexer][ids][feed]") {
  Archive archive;
  archive.write("in/1.jsonl", record("a", "Version one."));
  CHECK(run_feed(archive, {"in"}, "wires").added == 1);
  archive.write("in/1.jsonl", record("a", "Version two."));
  SECTION("lost records") { archive.remove("idx/sources"); }
  SECTION("a rebuild") {
    RebuildOptions options;
    options.index = archive.index();
    CHECK(rebuild_index(options, {}, {}).switched);
  }
  CHECK(archive.run().skipped() == 0);
  archive.write("spool/now.jsonl", record("a", "Version three."));
  CHECK(run_feed(archive, {}, "wires", "spool/now.jsonl").replaced == 1);
  CHECK(archive.text("a") == "Version three.");
}

}  // namespace dateline::test
