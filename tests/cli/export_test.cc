// dateline export, as a user runs it.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/indexed_folder.h"
#include "tests/support/catch.h"

namespace dateline::test {

using nlohmann::json;

namespace {

class SmallArchive : public IndexedFolder {
 public:
  SmallArchive()
      : IndexedFolder(Files{{"in/a.txt",
                             "A treaty\n\nOn 19 February 2001 Russia and Japan met. "
                             "On 3 May 2001 Russia met China.\n"},
                            {"in/b.txt", "A summit\n\nOn 5 May 2001 Cuba met Peru.\n"}}) {}

  [[nodiscard]] Outcome exported(const std::vector<std::string>& arguments) const {
    return run("export", arguments);
  }
  [[nodiscard]] std::filesystem::path path(const std::string& name) const {
    return dir().path() / name;
  }
};

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(json::parse(line));
  return lines;
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.insert(entry.path().filename().string());
  return {names.begin(), names.end()};
}

}  // namespace

TEST_CASE("jsonl gives articles and events, a line each", "[cli][export]") {
  const SmallArchive archive;
  const auto outcome = archive.exported({"--format", "jsonl", "-"});
  CHECK(outcome.code == 0);
  const auto lines = lines_of(outcome.out);
  REQUIRE(lines.size() == 6);
  CHECK(lines.at(0).at("kind") == "export");
  CHECK(lines.at(1).at("id") == "a.txt");
  CHECK(lines.at(1).at("title") == "A treaty");
  CHECK(lines.at(3).at("article") == "a.txt");
  CHECK(lines.at(3).at("date") == json{{"first", "2001-02-19"},
                                       {"last", "2001-02-19"},
                                       {"precision", "day"},
                                       {"written", "19 February 2001"}});
  CHECK(lines.at(3).at("pairs") == json{"JP-RU"});
}

TEST_CASE("a query chooses articles and events", "[cli][export]") {
  const SmallArchive archive;
  const auto lines = lines_of(archive.exported({"--format", "jsonl", "country:CN", "-"}).out);
  REQUIRE(lines.size() == 3);
  CHECK(lines.at(1).at("id") == "a.txt");
  CHECK(lines.at(2).at("countries") == json{"CN", "RU"});
  const auto none = archive.exported({"--format", "opensearch", "country:FR", "os"});
  CHECK(none.code == 1);
  CHECK_FALSE(std::filesystem::exists(archive.path("os")));
}

TEST_CASE("opensearch gives mappings, bodies of requests and aliases", "[cli][export]") {
  const SmallArchive archive;
  const auto outcome = archive.exported({"--format", "opensearch", "os"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == "2 articles, 3 events: os\n");
  CHECK(names_in(archive.path("os")) ==
        std::vector<std::string>{"README.txt", "aliases.json", "articles-000001.ndjson",
                                 "articles.mapping.json", "events-000001.ndjson",
                                 "events.mapping.json", "export.json", "load.sh"});
  const auto events = lines_of(read_file(archive.path("os/events-000001.ndjson")));
  REQUIRE(events.size() == 6);
  const auto& action = events.at(0).at("index");
  CHECK(action.at("version_type") == "external");
  CHECK(action.at("_id") == events.at(1).at("eid").get<std::string>() + "@1");
  const auto actions = json::parse(read_file(archive.path("os/aliases.json"))).at("actions");
  CHECK(actions.at(1).at("add").at("alias") == "ARCHIVE-events");
}

TEST_CASE("an export of the same index has the same bytes", "[cli][export]") {
  const SmallArchive archive;
  for (const auto* folder : {"one", "two"})
    REQUIRE(archive.exported({"--format", "opensearch", folder}).code == 0);
  for (const auto& name : names_in(archive.path("one")))
    CHECK(read_file(archive.path("one") / name) == read_file(archive.path("two") / name));
}

TEST_CASE("an export takes the place of an export, and of nothing else", "[cli][export]") {
  const SmallArchive archive;
  (void)archive.dir().write("mine/notes.txt", "dear");
  for (const auto* format : {"opensearch", "xapian", "jsonl"}) {
    check_refused(archive.exported({"--format", format, "mine"}));
    check_refused(archive.exported({"--format", format, "mine/notes.txt"}));
    check_refused(archive.exported({"--format", format, "idx"}));
    CHECK(archive.exported({"--format", format, std::string{"out-"} + format}).code == 0);
    CHECK(archive.exported({"--format", format, std::string{"out-"} + format}).code == 0);
  }
  CHECK(read_file(archive.path("mine/notes.txt")) == "dear");
  std::filesystem::create_directory(archive.path("empty"));
  CHECK(archive.exported({"--format", "xapian", "empty"}).code == 0);
  for (const auto& name : names_in(archive.dir().path()))
    CHECK(name.find("dateline-new") == std::string::npos);
}

TEST_CASE("what is no place for an export is refused", "[cli][export]") {
  const SmallArchive archive;
  check_refused(archive.exported({"--format", "jsonl"}));
  check_refused(archive.exported({"out"}));
  check_refused(archive.exported({"--format", "parquet", "out"}));
  check_refused(archive.exported({"--format", "xapian", "-"}));
  check_refused(archive.exported({"--format", "jsonl", "nowhere/out"}));
  check_refused(archive.exported({"--format", "jsonl", "contry:RU", "out"}));
}

}  // namespace dateline::test
