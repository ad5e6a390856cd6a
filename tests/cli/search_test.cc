// dateline search, as a user runs it: options, output, and every bad input.
#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/indexed_folder.h"
#include "tests/support/catch.h"

namespace dateline::test {

using Catch::Contains;
using nlohmann::json;

namespace {

constexpr const char* kEast = R"(---
title: Treaty Talks in the East
author: Ann Example
published: 2001Q1
---
Russia and China discussed a treaty. The nuclear question stayed open.

Chronology

Feb. 19, 2001: Russian and Chinese ministers talk by telephone.

Feb. 19-22, 2001: A Russian delegation visits Beijing.

March 25, 2001: Russia and Japan hold a summit.
)";

constexpr const char* kWest = R"(---
title: Missile Defense and the West
author: Bo Sample
published: 2002
---
The United States spoke of missile defense; defense against missiles is costly. To be or not to be.
)";

// An index of two small articles.
class SmallIndex : public IndexedFolder {
 public:
  SmallIndex() : IndexedFolder(Files{{"in/east.txt", kEast}, {"in/west.txt", kWest}}) {}

  [[nodiscard]] Outcome search(const std::vector<std::string>& arguments,
                               const std::string& input = {}) const {
    return run("search", arguments, input);
  }
  [[nodiscard]] std::vector<std::string> ids(const std::vector<std::string>& arguments) const {
    return IndexedFolder::ids("search", arguments);
  }
  [[nodiscard]] json answer(const std::vector<std::string>& arguments) const {
    return IndexedFolder::answer("search", arguments);
  }
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("queries find what they describe", "[cli][search]") {
  const SmallIndex index;
  CHECK(index.ids({"treaty"}) == Ids{"east.txt"});
  CHECK(index.ids({"missile", "defense"}) == Ids{"west.txt"});
  CHECK(index.ids({"\"missile defense\""}) == Ids{"west.txt"});
  CHECK(index.ids({"\"defense missile\""}).empty());
  CHECK(index.ids({"title:treaty OR title:west"}).size() == 2);
  CHECK(index.ids({"country:russia"}) == Ids{"east.txt"});
  CHECK(index.ids({"author:sample"}) == Ids{"west.txt"});
  CHECK(index.ids({"published:2002"}) == Ids{"west.txt"});
  CHECK(index.ids({"date:2001-03-25"}) == Ids{"east.txt"});
  CHECK(index.ids({"-country:RU"}) == Ids{"west.txt"});
  CHECK(index.ids({"treat*"}) == Ids{"east.txt"});
  CHECK(index.ids({"costl*", "missiles*"}) == Ids{"west.txt"});
  CHECK(index.ids({"-nuclear", "missile"}) == Ids{"west.txt"});
  CHECK(index.ids({"--country", "RU&JP"}) == Ids{"east.txt"});
  CHECK(index.ids({"--country", "US,JP"}).size() == 2);
  CHECK(index.ids({"--country", "south korea", "talk"}).empty());
  CHECK(index.ids({"--events", "--from", "2001-02-21", "--to", "2001-02-21"}).size() == 1);
  CHECK(index.ids({"kind:event", "country:JP"}).size() == 1);
  CHECK(index.ids({"--published", "2001", "--sort", "published", "country:RU"}) == Ids{"east.txt"});
}

TEST_CASE("filters alone give the newest first", "[cli][search]") {
  const SmallIndex index;
  CHECK(index.ids({"published:2000..2003"}) == Ids{"west.txt", "east.txt"});
  const auto events = index.answer({"--events", "country:RU"});
  CHECK(events.at("hits").front().at("date").at("first") == "2001-03-25");
}

TEST_CASE("words behind -- are words, whatever they look like", "[cli][search]") {
  const SmallIndex index;
  CHECK(index.search({"--format", "json", "--", "treaty"}).code == 0);
  CHECK(index.search({"treaty", "--", "-nuclear"}).code == 1);
  CHECK(index.search({"--", "--events"}).code == 1);
}

TEST_CASE("options that are empty or contradict each other are refused", "[cli][search]") {
  const SmallIndex index;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"treaty", "--from", ""},
        {"treaty", "--to", ""},
        {"treaty", "--published", ""},
        {"treaty", "--country", ""},
        {"treaty", "--query-file", "-"},
        {"--events", "kind:article", "treaty"}}) {
    CAPTURE(arguments);
    CHECK(index.search(arguments, "treaty").code == 2);
  }
}

TEST_CASE("a title in the text that is not the title's is searched as text", "[cli][search]") {
  const TempDir dir;
  (void)dir.write("in/a.txt",
                  "---\ntitle: Front Words\n---\nQuiet Harbours\n\nby Ann Example,\nFellow, "
                  "Institute\n\nSome text.\n");
  REQUIRE(run_on_index(dir, {"index"}, {"in"}).code == 0);
  CHECK(run_on_index(dir, {"search"}, {"harbours"}).code == 0);
  CHECK(run_on_index(dir, {"search"}, {"title:front"}).code == 0);
  CHECK(run_on_index(dir, {"search"}, {"title:harbours"}).code == 1);
}

TEST_CASE("titles of no width and of any length are shown", "[cli][search]") {
  const TempDir dir;
  (void)dir.write(
      "in/a.jsonl",
      "{\"id\": \"a\", \"title\": \"\\u200b\\u200b\", \"published\": \"2001-02-03\", \"text\": "
      "\"Russia and China sign an accord on the border in Beijing.\"}\n");
  REQUIRE(run_on_index(dir, {"index"}, {"in"}).code == 0);
  CHECK(run_on_index(dir, {"search"}, {"--events", "border"}).code == 0);
}

TEST_CASE("a damaged column gives an error or an answer, and no crash", "[cli][search]") {
  const SmallIndex index;
  const auto columns = index.dir().path() / "idx/segments/000001/columns";
  const auto good = dateline::test::read_file(columns);
  for (std::size_t at = 2048; at + 64 < good.size(); at += 509) {
    auto bad = good;
    bad.replace(at, 16, 16, '\xEE');
    (void)TempDir::write_to(columns, bad);
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--events", "treaty OR talk"}, {"country:RU"}}) {
      CAPTURE(at);
      const auto code = index.search(arguments).code;
      CHECK((code == 0 || code == 1 || code == 3));
    }
  }
}

TEST_CASE("stop words alone are searched", "[cli][search]") {
  const SmallIndex index;
  CHECK(index.ids({"\"to be or not to be\""}) == Ids{"west.txt"});
}

TEST_CASE("when nothing has all the words, the commonest is given up, and a notice says so",
          "[cli][search]") {
  const SmallIndex index;
  const auto outcome = index.search({"treaty", "costly"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, Contains("no article has all the words; these are without '"));
  CHECK_THAT(outcome.out, Contains("1 article"));
  CHECK(index.search({"--any", "treaty", "costly"}).err.empty());
}

namespace {

const json& facet_of(const json& result, std::string_view name) {
  const auto& facets = result.at("facets");
  const auto found = std::find_if(facets.begin(), facets.end(),
                                  [&](const json& facet) { return facet.at("facet") == name; });
  REQUIRE(found != facets.end());
  return *found;
}

}  // namespace

TEST_CASE("counts are labelled, exact, and leave out their own selection", "[cli][search]") {
  const SmallIndex index;
  const auto result = index.answer({"--events", "--country", "JP", "--by", "month"});
  CHECK(result.at("total") == 1);
  const auto& countries = facet_of(result, "country");
  CHECK(countries.at("unit") == "events");
  CHECK(countries.at("total") == 3);
  CHECK(countries.at("values").at(0) ==
        json{{"value", "RU"}, {"label", "Russia"}, {"count", 3}, {"selected", false}});
  const auto& pairs = facet_of(result, "pair");
  CHECK(pairs.at("values").at(0).at("value") == "JP-RU");
  const auto& months = facet_of(result, "date");
  CHECK(months.at("values").at(0).at("value") == "2001-03");
}

TEST_CASE("a selected author is marked, and stays visible without hits", "[cli][search]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "One\n\nby Ann Example\n\nA treaty.\n");
  (void)dir.write("in/b.txt", "Two\n\nby Bo Sample\n\nA summit.\n");
  REQUIRE(run_on_index(dir, {"index"}, {"in"}).code == 0);
  const auto answer = json::parse(
      run_dateline(dir.path(), {"facets", "--index", "idx", "--format", "json", "--facet", "author",
                                "--author", "Bo Sample", "title:one"})
          .out);
  const auto& values = facet_of(answer, "author").at("values");
  REQUIRE(values.size() == 2);
  CHECK(values.at(0).at("value") == "Ann Example");
  CHECK(values.at(1) ==
        json{{"value", "Bo Sample"}, {"label", "Bo Sample"}, {"count", 0}, {"selected", true}});
}

TEST_CASE("empty buckets show inside the days asked for", "[cli][search]") {
  const SmallIndex index;
  const auto result = index.answer(
      {"--events", "--from", "2000-12", "--to", "2001-12", "--facet", "date", "--by", "quarter"});
  const auto& values = facet_of(result, "date").at("values");
  std::vector<std::string> names;
  for (const auto& value : values) {
    if (value.at("selected") == true) names.push_back(value.at("value"));
  }
  CHECK(names == std::vector<std::string>{"2000Q4", "2001Q1", "2001Q2", "2001Q3", "2001Q4"});
  CHECK(values.back().at("count") == 0);
}

TEST_CASE("what is told twice is one hit when folded, and says where else", "[cli][search]") {
  const TempDir dir;
  constexpr std::string_view kTold =
      "{}\n\nby Ann Example\n\nOn May {}, 2001, Russia and Japan signed a fisheries accord in "
      "Tokyo after "
      "long talks about quotas.\n";
  (void)dir.write("in/a.txt", fmt::format(kTold, "One", "4"));
  (void)dir.write("in/b.txt", fmt::format(kTold, "Two", "4-5"));
  REQUIRE(run_on_index(dir, {"index"}, {"in"}).code == 0);
  const auto search = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "fisheries");
    return run_on_index(dir, {"search"}, arguments);
  };
  const auto folded = json::parse(search({"--events", "--fold", "--format", "json"}).out);
  CHECK(folded.at("total") == 2);
  CHECK(folded.at("different") == 1);
  REQUIRE(folded.at("hits").size() == 1);
  CHECK(folded.at("hits").at(0).at("same").size() == 1);
  CHECK_THAT(search({"--events", "--fold"}).out,
             Contains("2 events, 1 different") && Contains("also told in") && Contains("(dated "));
  CHECK(search({"--fold"}).code == 2);
}

TEST_CASE("a snippet shows the matching words", "[cli][search]") {
  const SmallIndex index;
  const auto hit = index.answer({"costly"}).at("hits").at(0);
  const auto text = hit.at("snippet").at("text").get<std::string>();
  const auto mark = hit.at("snippet").at("highlights").at(0);
  CHECK(text.substr(mark.at(0).get<std::size_t>(),
                    mark.at(1).get<std::size_t>() - mark.at(0).get<std::size_t>()) == "costly");
}

TEST_CASE("nothing found is exit code 1", "[cli][search]") {
  const SmallIndex index;
  const auto outcome = index.search({"zeppelin"});
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.out, Contains("0 articles"));
}

TEST_CASE("queries that cannot be understood are refused, with place and reason", "[cli][search]") {
  const SmallIndex index;
  struct Row {
    std::vector<std::string> arguments;
    std::string message;
  };
  for (const auto& [arguments, message] : std::vector<Row>{
           {{}, "nothing to search for"},
           {{""}, "nothing to search for"},
           {{"…—"}, "nothing to search for"},
           {{"contry:RU"},
            "unknown field 'contry': did you mean 'country'?\n  contry:RU\n  ^^^^^^"},
           {{"country:Atlantis"}, "unknown country 'Atlantis'"},
           {{"--country", "Frence"}, "did you mean 'France'"},
           {{"talk", "date:2001-13"}, "'2001-13' is no date"},
           {{"(treaty"}, "("},
           {{"--from", "2001-03", "--to", "2001-02"}, "--from 2001-03 is after --to 2001-02"},
           {{"--from", "yesterday"}, "--from: 'yesterday' is no date"},
           {{"--sort", "size", "talk"}, "--sort"},
           {{"--facet", "colour", "talk"}, "--facet"},
           {{"--limit", "-1", "talk"}, "--limit"},
           {{"--nonsense", "talk"}, "unknown option --nonsense"},
           {{"--query-file", "absent.txt"}, "cannot read absent.txt"},
       }) {
    CAPTURE(arguments);
    const auto outcome = index.search(arguments);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Contains("dateline: ") && Contains(message));
    CHECK(outcome.out.empty());
  }
}

TEST_CASE("an unclosed quote closes itself, with a warning", "[cli][search]") {
  const SmallIndex index;
  const auto outcome = index.search({"\"missile defense"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, Contains("warning: ") && Contains("quote"));
}

TEST_CASE("a query is read from standard input or a file", "[cli][search]") {
  const SmallIndex index;
  CHECK(index.search({"-"}, "treaty\n").code == 0);
  CHECK(index.search({"--query-file", "-"}, "zeppelin\n").code == 1);
  CHECK(index.search({"-"}, std::string(1 << 20, 'x') + " " + std::string(1 << 20, 'y')).code == 2);
}

TEST_CASE("an index that is missing or damaged is exit code 3", "[cli][search]") {
  const TempDir dir;
  std::filesystem::create_directory(dir.path() / "folder");
  const auto absent = run_dateline(dir.path(), {"search", "--index", "absent", "word"});
  CHECK(absent.code == 3);
  CHECK_THAT(absent.err, Contains("no index at") && Contains("dateline index"));
  const auto folder = run_dateline(dir.path(), {"search", "--index", "folder", "word"});
  CHECK(folder.code == 3);
  CHECK_THAT(folder.err, Contains("is no Dateline index"));

  const SmallIndex index;
  SECTION("a segment is gone") {
    std::filesystem::remove_all(index.dir().path() / "idx/segments/000001");
    CHECK(index.search({"treaty"}).code == 3);
  }
  SECTION("a database is gone") {
    std::filesystem::remove_all(index.dir().path() / "idx/segments/000001/articles");
    CHECK(index.search({"treaty"}).code == 3);
  }
  SECTION("the texts are cut short") {
    std::filesystem::resize_file(index.dir().path() / "idx/segments/000001/texts", 10);
    const auto outcome = index.search({"treaty"});
    CHECK(outcome.code == 3);
    CHECK_THAT(outcome.err, Contains("damaged"));
  }
}

TEST_CASE("the index is found by the nearest .dateline upwards", "[cli][search]") {
  const TempDir dir;
  (void)dir.write("work/a.txt", "Some words on a treaty.\n");
  std::filesystem::create_directories(dir.path() / "work/.dateline");
  std::filesystem::create_directories(dir.path() / "work/deep/er");
  CHECK(run_dateline(dir.path() / "work", {"index", "a.txt"}).code == 0);
  CHECK(run_dateline(dir.path() / "work/deep/er", {"search", "treaty"}).code == 0);
}

TEST_CASE("control characters of an article never reach the output", "[cli][search]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "An evil\x1b[31m treaty\x07 was signed.\n");
  (void)run_on_index(dir, {"index"}, {"in"});
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"search", "--index", "idx", "treaty"},
        std::vector<std::string>{"show", "--index", "idx", "a.txt"}}) {
    const auto outcome = run_dateline(dir.path(), arguments);
    CHECK_THAT(outcome.out, Contains("treaty"));
    CHECK(outcome.out.find('\x1b') == std::string::npos);
    CHECK(outcome.out.find('\x07') == std::string::npos);
  }
}

TEST_CASE("what would command a terminal is escaped in every format", "[cli][search]") {
  const TempDir dir;
  (void)dir.write("in/e.jsonl", R"({"id":"e","title":"T\u001b]0;PWN\u0007\u001b[31mitle\u009b31m",)"
                                R"("authors":["\u001b]0;x\u0007"],"published":"2001-05",)"
                                R"("text":"On 4 June 2001 Japan and China met \u202e reversed."})"
                                "\n");
  (void)run_on_index(dir, {"index"}, {"in"});
  for (const std::string format : {"text", "json", "jsonl", "csv", "ics", "md", "html"}) {
    for (const std::string command : {"search", "timeline", "facets", "pairs", "show", "similar"}) {
      CAPTURE(command, format);
      std::vector<std::string> arguments{command, "--index", "idx", "--format", format};
      arguments.emplace_back(command == "show" || command == "similar" ? "e" : "china");
      const auto outcome = run_dateline(dir.path(), arguments);
      CHECK(outcome.code <= 2);
      for (const std::string bad : {"\x1b", "\x07", "\u009b", "\u202e"}) {
        CHECK(outcome.out.find(bad) == std::string::npos);
        CHECK(outcome.err.find(bad) == std::string::npos);
      }
    }
  }
  const auto csv =
      run_dateline(dir.path(), {"search", "--index", "idx", "--format", "csv", "china"});
  CHECK_THAT(csv.out, Contains("T\\u001b]0;PWN\\u0007"));
}

TEST_CASE("a query is bounded, wherever it comes from", "[cli][search]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "Some words on a treaty.\n");
  (void)run_on_index(dir, {"index"}, {"in"});
  const auto endless =
      run_dateline(dir.path(), {"search", "--index", "idx", "--query-file", "/dev/zero"});
  CHECK(endless.code == 2);
  CHECK_THAT(endless.err, Contains("--query-file: /dev/zero has more than 1048576 bytes"));
  // The first page of a process is mapped nowhere: reading it gives EIO.
  const auto failing =
      run_dateline(dir.path(), {"search", "--index", "idx", "--query-file", "/proc/self/mem"});
  CHECK(failing.code == 6);
  CHECK_THAT(failing.err, Contains("--query-file: /proc/self/mem: the reading failed"));
}

TEST_CASE("help is asked for, and given", "[cli]") {
  const TempDir dir;
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--help"},
                                                    {"search", "--help"},
                                                    {"index", "--help"},
                                                    {"show", "--help"}}) {
    CAPTURE(arguments);
    const auto outcome = run_dateline(dir.path(), arguments);
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out, Contains("Example"));
  }
  CHECK(run_dateline(dir.path(), {}).code == 2);
  CHECK(run_dateline(dir.path(), {"dance"}).code == 2);
  CHECK(run_dateline(dir.path(), {"--version"}).code == 0);
}

}  // namespace dateline::test
