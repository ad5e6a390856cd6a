// dateline index, as a user runs it: batches, changes, and every bad input.
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

const std::string kArticle = R"(Border Talks Resume

by Ann Example,
Fellow, Example Institute

Russia and China opened talks on the border in the first quarter.

A Slow Start

The two sides met in Beijing on February 19, 2001, and spoke about trade.

Chronology of China-Russia Relations January-March 2001

Feb. 19, 2001: Russian and Chinese ministers meet in Beijing.

Feb. 21-22, 2001: Border guards hold a joint exercise.

March 5, 2001: Moscow confirms a contract on pipelines.
)";

Outcome index(const TempDir& dir, const std::string& path) {
  return run_dateline(dir.path(), {"index", "--index", "idx", path});
}

std::string json_of(const TempDir& dir, const std::string& query) {
  return run_dateline(dir.path(), {"search", "--index", "idx", "--format", "json", query}).out;
}

}  // namespace

TEST_CASE("indexing twice changes nothing and says so", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", kArticle);
  const auto first = index(dir, "in");
  CHECK(first.code == 0);
  CHECK_THAT(first.out, Contains("1 article added"));
  const auto manifest = dateline::test::read_file(dir.path() / "idx/manifest.json");
  const auto second = index(dir, "in");
  CHECK(second.code == 0);
  CHECK_THAT(second.out, Contains("nothing to do: 1 article unchanged"));
  CHECK(dateline::test::read_file(dir.path() / "idx/manifest.json") == manifest);
}

TEST_CASE("a changed file replaces its article and events", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", kArticle);
  (void)index(dir, "in");
  auto changed = kArticle;
  changed.replace(changed.find("pipelines"), 9, "airplanes");
  (void)dir.write("in/a.txt", changed);
  const auto outcome = index(dir, "in");
  CHECK_THAT(outcome.out, Contains("0 articles added, 1 changed") && Contains("idx: 1 article, "));
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "pipelines"}).code == 1);
  CHECK_THAT(json_of(dir, "airplanes"), Contains("\"id\": \"a.txt\""));
}

TEST_CASE("a file that moves keeps its id", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", kArticle);
  (void)index(dir, "in");
  std::filesystem::create_directory(dir.path() / "in/2001");
  std::filesystem::rename(dir.path() / "in/a.txt", dir.path() / "in/2001/b.txt");
  const auto outcome = index(dir, "in");
  CHECK_THAT(outcome.out, Contains("1 moved") && Contains("idx: 1 article, "));
  CHECK_THAT(json_of(dir, "border"), Contains("\"id\": \"a.txt\""));
}

TEST_CASE("event ids survive edits elsewhere in the article", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", kArticle);
  (void)index(dir, "in");
  const std::vector<std::string> query{"search",      "--index",  "idx",  "--events",
                                       "--no-facets", "--format", "json", "exercise"};
  const auto before = run_dateline(dir.path(), query).out;
  const auto at = before.find("a.txt#");
  REQUIRE(at != std::string::npos);
  auto changed = kArticle;
  changed.replace(changed.find("spoke about"), 11, "argued at length over");
  (void)dir.write("in/a.txt", changed);
  (void)index(dir, "in");
  CHECK_THAT(run_dateline(dir.path(), query).out, Contains(before.substr(at, 14)));
}

TEST_CASE("many small batches are merged, and nothing is lost", "[cli][index]") {
  const TempDir dir;
  for (int i = 0; i < 12; ++i) {
    auto article = kArticle;
    article.replace(article.find("pipelines"), 9, "item" + std::to_string(i));
    const auto path = dir.write("in/" + std::to_string(i) + ".txt", article);
    REQUIRE(index(dir, path.string()).code == 0);
  }
  const auto segments = std::filesystem::directory_iterator(dir.path() / "idx/segments");
  CHECK(std::distance(begin(segments), end(segments)) <= 8);
  for (int i = 0; i < 12; ++i) {
    CAPTURE(i);
    CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "item" + std::to_string(i)}).code ==
          0);
  }
  CHECK_THAT(index(dir, "in").out, Contains("nothing to do: 12 articles unchanged"));
}

TEST_CASE("a bad file costs itself only", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("in/good.txt", kArticle);
  (void)dir.write("in/empty.txt", "");
  (void)dir.write("in/blank.txt", " \n\n\t\n");
  (void)dir.write("in/binary.txt", std::string("\x7F"
                                               "ELF\0\0\0\1\0\2\0",
                                               12) +
                                       std::string(200, '\0'));
  (void)dir.write("in/broken.jsonl", "{\"text\": \"One good record of words.\"}\n{\"text\": \n");
  (void)dir.write("in/picture.png", "not read");
  const auto outcome = index(dir, "in");
  CHECK(outcome.code == 5);
  CHECK_THAT(outcome.out, Contains("2 articles added"));
  CHECK_THAT(outcome.err, Contains("empty.txt: ") && Contains("blank.txt: ") &&
                              Contains("binary.txt: ") && Contains("broken.jsonl:2: ") &&
                              Contains("1 file of other kinds passed over: 1 .png"));
}

TEST_CASE("paths that give no article are reported, each in a line", "[cli][index]") {
  const TempDir dir;
  std::filesystem::create_directory(dir.path() / "nothing");
  (void)dir.write("photo.png", "x");
  (void)dir.write("good.txt", kArticle);
  ::mkfifo((dir.path() / "pipe.txt").c_str(), 0600);
  struct Row {
    std::string path, message;
  };
  for (const auto& [path, message] :
       std::vector<Row>{{"absent.txt", "absent.txt: no such file or directory"},
                        {"nothing", "nothing: no articles in it"},
                        {"photo.png", "photo.png: "},
                        {"pipe.txt", "pipe.txt: "}}) {
    CAPTURE(path);
    const auto outcome = run_dateline(dir.path(), {"index", "--index", "idx", path, "good.txt"});
    CHECK(outcome.code == 5);
    CHECK_THAT(outcome.err, Contains("dateline: skipped ") && Contains(message));
    CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "border"}).code == 0);
  }
}

TEST_CASE("text that is not UTF-8 is converted, with a warning", "[cli][index]") {
  const TempDir dir;
  std::string latin =
      "The caf\xE9 accord was signed in Paris by the French minister, and the na\xEFve clause "
      "about the r\xE9gime was dropped after a long d\xE9marche by the embassy.\n";
  (void)dir.write("in/latin.txt", latin + "\n" + latin);
  const auto outcome = index(dir, "in");
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, Contains("latin.txt") && Contains("converted from"));
  CHECK_THAT(json_of(dir, "régime"), Contains("régime"));
}

TEST_CASE("articles without title, chronology or dates are searched all the same", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("in/plain.txt",
                  "some words about nothing in particular, which go on for a while.\n");
  (void)dir.write("in/long.txt",
                  "A word follows.\n\n" + std::string(1 << 20, 'x') + "\n\nIt was long.\n");
  CHECK(index(dir, "in").code == 0);
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "particular"}).code == 0);
  const auto outcome = run_dateline(dir.path(), {"search", "--index", "idx", "long"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.size() < 10'000);
}

TEST_CASE("an id that comes twice is reported, and the first article keeps it", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "---\nid: same\n---\n" + kArticle);
  (void)dir.write("in/b.txt", "---\nid: same\n---\nAnother text with other words.\n");
  const auto outcome = index(dir, "in");
  CHECK(outcome.code == 5);
  CHECK_THAT(outcome.err, Contains("b.txt:1: the id 'same' came before"));
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "border"}).code == 0);
}

TEST_CASE("a folder that holds something else is not taken for an index", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("idx/letter.doc", "mine");
  (void)dir.write("a.txt", kArticle);
  const auto outcome = index(dir, "a.txt");
  CHECK(outcome.code == 3);
  CHECK_THAT(outcome.err, Contains("not empty and no Dateline index"));
  CHECK(std::filesystem::exists(dir.path() / "idx/letter.doc"));
}

TEST_CASE("what a crashed writer left is swept, and the last state stays readable",
          "[cli][index]") {
  const TempDir dir;
  (void)dir.write("a.txt", kArticle);
  (void)index(dir, "a.txt");
  (void)dir.write("idx/segments/000002/columns", "half a file");
  (void)dir.write("idx/manifest.json.new", "half a manifest");
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "border"}).code == 0);
  (void)dir.write("b.txt", "Other words entirely.\n");
  CHECK(index(dir, "b.txt").code == 0);
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "border"}).code == 0);
  CHECK(run_dateline(dir.path(), {"search", "--index", "idx", "entirely"}).code == 0);
}

TEST_CASE("wrong options of index are usage errors", "[cli][index]") {
  const TempDir dir;
  (void)dir.write("a.txt", kArticle);
  CHECK(run_dateline(dir.path(), {"index"}).code == 2);
  CHECK(run_dateline(dir.path(), {"index", "--nonsense", "a.txt"}).code == 2);
  const auto outcome = run_dateline(dir.path(), {"index", "--published", "2001-13", "a.txt"});
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Contains("--published: '2001-13' is no date"));
}

}  // namespace dateline::test
