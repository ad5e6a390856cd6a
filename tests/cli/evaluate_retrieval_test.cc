// dateline evaluate, of searches and of runs.
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/cli/indexed_folder.h"
#include "tests/support/catch.h"

namespace dateline::test {

using Catch::Contains;
using Catch::EndsWith;
using Catch::StartsWith;
using nlohmann::json;

namespace {

const std::string kDocuments =
    "treaty\t2001-01\t\tMissile Treaty\tThe missile treaty was signed in the capital.\n"
    "test 1\t2001-02\t\tMissile Test\tA missile was shown to visitors on Feb. 2, 2001.\n"
    "trade\t\t\tTrade\tTrade in grain went on as it had gone on before.\n";
const std::string kTopics =
    "# asked in May\n"
    "1\t-missile AND (treaty)?\n"
    "2\tcountry: \"grain\n"
    "3\tnobody judged this missile\n";
const std::string kQrels = "1 0 treaty 2\n1 0 test%201 1\n2 0 trade 1\n4 0 trade 1\n5 0 trade 0\n";
const std::string kRunA = "1 Q0 a 1 3 x\n1 Q0 b 2 2 x\n2 Q0 a 1 1 x\n";
const std::string kRunB = "1 Q0 b 1 3 x\n1 Q0 a 2 2 x\n2 Q0 b 1 1 x\n";
const std::string kRunQrels = "1 0 a 1\n2 0 a 1\n";

/// An index of the documents, with topics and judgements beside it.
class Collection : public IndexedFolder {
 public:
  Collection()
      : IndexedFolder(
            Files{{"docs.tsv", kDocuments}, {"topics.tsv", kTopics}, {"qrels.txt", kQrels}},
            "docs.tsv") {}

  [[nodiscard]] Outcome evaluate(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--topics", "topics.tsv"});
    return run("evaluate", arguments);
  }
};

void write_runs(const TempDir& dir) {
  (void)dir.write("a.run", kRunA);
  (void)dir.write("b.run", kRunB);
  (void)dir.write("qrels.txt", kRunQrels);
}

}  // namespace

TEST_CASE("topics are searched and scored, and what does not pair is reported",
          "[cli][evaluate][retrieval]") {
  const Collection collection;
  const auto outcome = collection.evaluate({"--qrels", "qrels.txt", "--per-topic"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "1 1.0000 1.0000 1.0000\n"
        "2 1.0000 1.0000 1.0000\n"
        "4 0.0000 0.0000 0.0000\n"
        "topics 3 nDCG@10 0.6667 MAP 0.6667 R@100 0.6667\n");
  CHECK(outcome.err ==
        "dateline: 1 topic of qrels.txt without a relevant document, not scored: 5\n"
        "dateline: 1 topic of topics.tsv without judgements in qrels.txt, not scored: 3\n"
        "dateline: 1 topic of qrels.txt not in topics.tsv, scored as if nothing were found: 4\n");
}

TEST_CASE("a run is written in the order found, and scores the same when read",
          "[cli][evaluate][retrieval]") {
  const Collection collection;
  const auto outcome = collection.evaluate({"--qrels", "qrels.txt", "--run", "out.run"});
  const auto run = read_file(collection.dir().path() / "out.run");
  CHECK_THAT(run, StartsWith("1 Q0 treaty 1 ") && Contains("\n1 Q0 test%201 2 ") &&
                      Contains("\n2 Q0 trade 1 ") && Contains("\n3 Q0 t") &&
                      EndsWith(" dateline\n"));
  const auto again = run_dateline(collection.dir().path(),
                                  {"evaluate", "--score", "out.run", "--qrels", "qrels.txt"});
  CHECK(again.code == 0);
  CHECK(again.out == outcome.out);
  const auto piped = collection.evaluate({"--qrels", "qrels.txt", "--run", "-"});
  CHECK(piped.out == run);
  CHECK_THAT(piped.err, EndsWith(outcome.out));
  const auto alone = collection.evaluate({"--run", "-", "--limit", "1"});
  CHECK(alone.code == 0);
  CHECK(alone.err.empty());
  CHECK_THAT(alone.out, Contains("1 Q0 treaty 1 ") && !Contains("test%201 2"));
}

TEST_CASE("topics find events when asked to", "[cli][evaluate][retrieval]") {
  const Collection collection;
  const auto outcome = collection.evaluate({"--events", "--run", "-"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, StartsWith("1 Q0 test%201#"));
}

TEST_CASE("a topic finds what a user finds with its words", "[cli][evaluate][retrieval]") {
  const Collection collection;
  (void)collection.dir().write("topics.tsv", "1\tgrain missile shown\n");
  std::vector<std::string> lines;
  for (auto id : collection.ids("search", {"--any", "grain missile shown"})) {
    if (const auto blank = id.find(' '); blank != std::string::npos) id.replace(blank, 1, "%20");
    lines.push_back("1 Q0 " + id + " " + std::to_string(lines.size() + 1) + " ");
  }
  REQUIRE(lines.size() == 3);
  const auto run = "\n" + collection.evaluate({"--run", "-"}).out;
  for (const auto& line : lines) CHECK_THAT(run, Contains("\n" + line));
}

TEST_CASE("two runs are compared without an index", "[cli][evaluate][retrieval]") {
  const TempDir dir;
  write_runs(dir);
  const auto outcome = run_dateline(
      dir.path(), {"evaluate", "--score", "a.run", "--compare", "b.run", "--qrels", "qrels.txt"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out ==
        "b.run: topics 2 nDCG@10 0.3155 MAP 0.2500 R@100 0.5000\n"
        "difference nDCG@10 +0.6845 (p 0.5000), MAP +0.7500 (p 0.5000), R@100 +0.5000 (p 1.0000)\n"
        "topics 2 nDCG@10 1.0000 MAP 1.0000 R@100 1.0000\n");
  const auto document =
      json::parse(run_dateline(dir.path(), {"evaluate", "--score", "a.run", "--compare", "b.run",
                                            "--qrels", "qrels.txt", "--format", "json"})
                      .out);
  CHECK(document.at("means").at("ndcg_10") == 1.0);
  CHECK(document.at("compared").at("differences").at("map").at("p") == 0.5);
}

TEST_CASE("bad rows of topics, qrels and runs are reported, the rest is scored",
          "[cli][evaluate][retrieval]") {
  const Collection collection;
  (void)collection.dir().write("topics.tsv", kTopics + "1\tagain\nno tab\n");
  (void)collection.dir().write("qrels.txt", kQrels + "1 0 treaty 0\n1 0 treaty\n2 0 x y\n");
  (void)collection.dir().write("old.run", "1 Q0 treaty 1 2 x\n1 Q0 treaty 2 1 x\nbroken\n");
  const auto outcome = collection.evaluate({"--qrels", "qrels.txt", "--compare", "old.run"});
  CHECK(outcome.code == 5);
  CHECK_THAT(outcome.out, EndsWith("topics 3 nDCG@10 0.6667 MAP 0.6667 R@100 0.6667\n"));
  for (const auto* told :
       {"skipped topics.tsv:5: topic 1 is on line 2 already\n",
        "skipped topics.tsv:6: 1 tab-separated column where 2 belong (id, text)\n",
        "skipped qrels.txt:6: document treaty of topic 1 is judged already, as 2\n",
        "skipped qrels.txt:7: 3 blank-separated columns where 4 belong",
        "skipped qrels.txt:8: the grade 'y' is no number\n",
        "skipped old.run:2: document treaty has a place under topic 1 already",
        "skipped old.run:3: 1 blank-separated column where 6 belong"}) {
    CAPTURE(told);
    CHECK_THAT(outcome.err, Contains(told));
  }
}

TEST_CASE("what leaves nothing to score is exit code 2, a missing index 3",
          "[cli][evaluate][retrieval]") {
  const TempDir dir;
  (void)dir.write("topics.tsv", kTopics);
  (void)dir.write("qrels.txt", kQrels);
  (void)dir.write("others.txt", "x 0 treaty 1\n");
  (void)dir.write("barren.txt", "1 0 treaty 0\n");
  (void)dir.write("broken.txt", "1 treaty\n");
  (void)dir.write("a.run", kRunA);
  const auto evaluate = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "evaluate");
    const auto outcome = run_dateline(dir.path(), arguments);
    CHECK(outcome.out.empty());
    return outcome;
  };
  CHECK(evaluate({"--topics", "topics.tsv", "--qrels", "qrels.txt", "--index", "none"}).code == 3);
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
      {{"--topics", "absent", "--qrels", "qrels.txt"}, "absent: no such file"},
      {{"--topics", "topics.tsv", "--qrels", "absent"}, "absent: no such file"},
      {{"--score", "absent", "--qrels", "qrels.txt"}, "absent: no such file"},
      {{"--score", "a.run", "--compare", "absent", "--qrels", "qrels.txt"}, "absent: no such file"},
      {{"--topics", "topics.tsv", "--qrels", "others.txt"}, "no topic of topics.tsv is judged in"},
      {{"--topics", "topics.tsv", "--qrels", "barren.txt"}, "no document is relevant"},
      {{"--topics", "topics.tsv", "--qrels", "broken.txt"}, "broken.txt:1"},
      {{"--topics", "broken.txt", "--qrels", "qrels.txt"}, "no topic that could be searched for"},
      {{"--qrels", "qrels.txt"}, "--topics"},
      {{"--topics", "topics.tsv"}, "--qrels"},
      {{"--score", "a.run"}, "--qrels"},
      {{"--score", "a.run", "--topics", "topics.tsv", "--qrels", "qrels.txt"}, "--topics"},
      {{"--topics", "topics.tsv", "--qrels", "qrels.txt", "--dates", "d.tsv"}, "--dates"},
      {{"--topics", "topics.tsv", "--qrels", "qrels.txt", "--run", "-", "--format", "json"},
       "standard output"},
  };
  for (const auto& [arguments, reason] : cases) {
    CAPTURE(arguments);
    const auto outcome = evaluate(arguments);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Contains(reason));
  }
}

TEST_CASE("a run that cannot be written is exit code 6", "[cli][evaluate][retrieval]") {
  const Collection collection;
  const auto outcome = collection.evaluate({"--run", "no/such/folder/out.run"});
  CHECK(outcome.code == 6);
  CHECK_THAT(outcome.err, Contains("no/such/folder/out.run"));
}

}  // namespace dateline::test
